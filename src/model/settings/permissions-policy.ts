import { z } from 'zod';
import { kebab } from './kebab';

const feature = (allow: 'none' | 'self', what: string) =>
  z.enum(['none', 'self']).default(allow).describe(`${what} \`self\` opens it to the page itself, \`none\` to nobody.`);

/**
 * Features of the browser. These are the ones that upstream’s own pattern knows; of a policy with another one, or with the
 * origin of another site, the word `none` remains, which browsers do not read as a policy.
 */
export const permissionsPolicy = z
  .strictObject({
    accelerometer: feature('none', 'Motion sensor.'),
    autoplay: feature('self', 'Sound that starts by itself: answers that are read out.'),
    camera: feature('self', 'Camera: calls and pictures.'),
    clipboardRead: feature('self', 'Reading the clipboard: pasting.'),
    clipboardWrite: feature('self', 'Writing to the clipboard: the copy buttons.'),
    fullscreen: feature('self', 'Full screen: artifacts.'),
    geolocation: feature('none', 'Position of the device.'),
    gyroscope: feature('none', 'Rotation sensor.'),
    magnetometer: feature('none', 'Compass.'),
    microphone: feature('self', 'Microphone: calls and dictation.'),
    midi: feature('none', 'Musical instruments.'),
    payment: feature('none', 'Payments.'),
    pictureInPicture: feature('none', 'Video in a window of its own.'),
    syncXhr: feature('none', 'Requests that block the page.'),
    usb: feature('none', 'USB devices.'),
    xrSpatialTracking: feature('none', 'Headsets.'),
  })
  .prefault({})
  .describe('Permissions-Policy: features of the browser that the page may use. What is not named keeps its default.');

/** The policy as upstream’s pattern accepts it: without spaces. */
export function writePermissionsPolicy(policy: z.output<typeof permissionsPolicy>): string {
  return Object.entries(policy)
    .map(([name, allow]) => `${kebab(name)}=(${allow === 'self' ? 'self' : ''})`)
    .join(',');
}
