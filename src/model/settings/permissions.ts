import { z } from 'zod';
import { permission } from './permission';
import { chatPermissions } from './permissions-chat';
import { workspacePermissions } from './permissions-workspace';
import type { DerivedVariables } from './setting';

const twice = 'It asks other servers in the person’s name; the feature itself is off as well, and a group can have it.';
const inside = 'It stays within the deployment; where the feature is off, this opens nothing.';
const everybody = 'One person’s mistake would be before everybody at once.';

const featurePermissions = z
  .strictObject({
    directToolServers: permission(
      'FEATURES_DIRECT_TOOL_SERVERS',
      false,
      'have their browser call tool servers of their own',
      'What those answer goes into chats, past every log and limit of the deployment.',
    ),
    webSearch: permission('FEATURES_WEB_SEARCH', false, 'search the web', twice),
    imageGeneration: permission('FEATURES_IMAGE_GENERATION', false, 'have pictures made', twice),
    codeInterpreter: permission(
      'FEATURES_CODE_INTERPRETER',
      false,
      'have code run that a model wrote',
      'A document that a model reads can tell it what to write.',
    ),
    folders: permission('FEATURES_FOLDERS', true, 'keep chats in folders', inside),
    notes: permission('FEATURES_NOTES', true, 'write notes', inside),
    channels: permission('FEATURES_CHANNELS', true, 'use channels', inside),
    encryptedChannels: permission(
      'FEATURES_ENCRYPTED_CHANNELS',
      false,
      'make channels that the server cannot read',
      'Neither an investigation nor a backup could read them either.',
    ),
    apiKeys: permission(
      'FEATURES_API_KEYS',
      false,
      'make API keys',
      'A key has no end and passes by the identity provider. Both this and auth.apiKeys.enabled must be on.',
    ),
    memories: permission('FEATURES_MEMORIES', true, 'have a model remember things about them', inside),
    automations: permission(
      'FEATURES_AUTOMATIONS',
      false,
      'have prompts run by the clock',
      'They run, cost and call tools while nobody looks.',
    ),
    calendar: permission('FEATURES_CALENDAR', true, 'keep a calendar', inside),
    userWebhooks: permission(
      'FEATURES_USER_WEBHOOKS',
      false,
      'have notifications sent to an address of their own',
      'The server would ask for whatever address somebody gives it.',
    ),
  })
  .prefault({})
  .describe('Features by person. The switches of the deployment are in `features`, and both must be on.');

/** Permissions of ordinary users. */
export const permissions = z
  .strictObject({
    workspace: workspacePermissions,
    chat: chatPermissions,
    features: featurePermissions,
    notes: z
      .strictObject({
        share: permission(
          'NOTES_ALLOW_SHARING',
          false,
          'share notes with people and groups',
          'A note is a draft first.',
        ),
        sharePublicly: permission(
          'NOTES_ALLOW_PUBLIC_SHARING',
          false,
          'share notes with everybody who can sign in',
          everybody,
        ),
      })
      .prefault({})
      .describe('Notes.'),
    folders: z
      .strictObject({
        share: permission(
          'FOLDERS_ALLOW_SHARING',
          false,
          'share folders with people and groups',
          'What is put into a shared folder later is shared without another question.',
        ),
      })
      .prefault({})
      .describe('Folders.'),
    calendar: z
      .strictObject({
        sharePublicly: permission(
          'CALENDAR_ALLOW_PUBLIC_SHARING',
          false,
          'share a calendar with everybody who can sign in',
          everybody,
        ),
      })
      .prefault({})
      .describe('Calendars.'),
    accessGrants: z
      .strictObject({
        users: permission(
          'ACCESS_GRANTS_ALLOW_USERS',
          true,
          'name single people when they share',
          'Naming one colleague is the narrowest way to share.',
        ),
        groups: permission(
          'ACCESS_GRANTS_ALLOW_GROUPS',
          true,
          'name groups when they share',
          'A group that takes nothing from outsiders says so itself: sharing.groups.',
        ),
      })
      .prefault({})
      .describe('With whom people may share what they may share.'),
    settings: z
      .strictObject({
        interface: permission(
          'SETTINGS_INTERFACE',
          true,
          'change how the page looks to them',
          'It changes nothing for others.',
        ),
      })
      .prefault({})
      .describe('Settings of one’s own.'),
  })
  .prefault({})
  .describe('What users who are no administrators may do. Groups can allow more, never less.');

/** Variables that are not one key’s value. */
export const permissionsVariables = {} satisfies DerivedVariables;
