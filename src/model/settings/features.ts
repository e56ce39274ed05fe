import { z } from 'zod';
import { facts, guide } from './setting';
import type { DerivedVariables } from './setting';

/** Features. */
export const features = z.strictObject({}).prefault({}).describe('Features of the application.');

/** Switches of features and of what the application asks of others. */
export const featureVariables = {
  OFFLINE_MODE: {
    path: 'web',
    meaning: 'Whether the application does without model hubs and package indexes.',
    why: 'Nothing is fetched at a start that was not there when the image was checked.',
    source: facts('1.14'),
    value: () => true,
  },
  ENABLE_VERSION_UPDATE_CHECK: {
    path: 'web',
    meaning: 'Whether the application asks for newer releases.',
    why: 'It tells a third party about this deployment; releases are chosen here.',
    source: facts('1.14'),
    value: () => false,
  },
  ENABLE_PIP_INSTALL_FRONTMATTER_REQUIREMENTS: {
    path: 'plugins',
    meaning: 'Whether plugins install Python packages at the start.',
    why: 'Packages that nobody checked would run with all the rights of the application.',
    source: facts('1.11'),
    value: () => false,
  },
  ENABLE_COMMUNITY_SHARING: {
    path: 'sharing',
    meaning: 'Whether chats can be published at Open WebUI’s community site.',
    why: 'Chats leave the deployment there; links inside it are another matter.',
    source: guide('Data sharing and export'),
    value: () => false,
  },
  ENABLE_DIRECT_CONNECTIONS: {
    path: 'models',
    meaning: 'Whether people may connect their browser to model services of their own.',
    why: 'What goes there passes no log and no limit of this deployment.',
    source: guide('Data sharing and export'),
    value: () => false,
  },
  ENABLE_PROFILE_IMAGE_URL_FORWARDING: {
    path: 'web',
    meaning: 'Whether pictures of profiles are fetched from elsewhere.',
    why: 'A picture’s address could make the application or a browser ask somewhere else.',
    source: facts('1.14'),
    value: () => false,
  },
} satisfies DerivedVariables;
