import { z } from 'zod';
import { permission } from './permission';

const ordinary = 'It is part of an ordinary chat and reaches nobody else.';
const own = 'It is the person’s own chat.';

/** What people do in their chats. */
export const chatPermissions = z
  .strictObject({
    controls: permission('CHAT_CONTROLS', true, 'open the controls of a chat', ordinary),
    valves: permission(
      'CHAT_VALVES',
      false,
      'set the valves of plugins for themselves',
      'Valves are settings of Python that the server runs.',
    ),
    systemPrompt: permission('CHAT_SYSTEM_PROMPT', true, 'write a system prompt of their own', ordinary),
    params: permission('CHAT_PARAMS', true, 'set parameters of a model such as its temperature', ordinary),
    fileUpload: permission('CHAT_FILE_UPLOAD', true, 'send files', 'Uploads have limits of their own: uploads.'),
    webUpload: permission(
      'CHAT_WEB_UPLOAD',
      false,
      'attach a page of the web by its address',
      'The server would ask for whatever address somebody gives it. The page alone heeds this: what the server may reach is decided by web and by the egress rules.',
    ),
    delete: permission('CHAT_DELETE', true, 'delete their chats', own),
    deleteMessage: permission('CHAT_DELETE_MESSAGE', true, 'delete messages', own),
    continueResponse: permission('CHAT_CONTINUE_RESPONSE', true, 'have an answer continued', ordinary),
    regenerateResponse: permission('CHAT_REGENERATE_RESPONSE', true, 'have an answer written again', ordinary),
    rateResponse: permission('CHAT_RATE_RESPONSE', true, 'rate answers', ordinary),
    edit: permission('CHAT_EDIT', true, 'edit messages', own),
    share: permission(
      'CHAT_SHARE',
      true,
      'share a chat by a link with people and groups that they name',
      'This is the variable behind links within the deployment. The owner names who may open one, and it needs a sign-in.',
    ),
    sharePublicly: permission(
      'CHAT_ALLOW_PUBLIC_SHARING',
      false,
      'share a chat by a link with everybody who can sign in',
      'Who passes such a link on decides for its owner.',
    ),
    shareOpenly: permission(
      'CHAT_ALLOW_OPEN_SHARING',
      false,
      'share a chat by a link that opens without a sign-in',
      'A link travels further than it was meant to: into mails, logs and the history of proxies.',
    ),
    export: permission('CHAT_EXPORT', true, 'export their chats', own),
    import: permission('CHAT_IMPORT', true, 'import chats', own),
    speechToText: permission('CHAT_STT', true, 'dictate', ordinary),
    textToSpeech: permission('CHAT_TTS', true, 'have answers read out', ordinary),
    call: permission('CHAT_CALL', true, 'talk to a model', ordinary),
    multipleModels: permission('CHAT_MULTIPLE_MODELS', true, 'ask several models at once', ordinary),
    temporary: permission(
      'CHAT_TEMPORARY',
      true,
      'chat without the chat being kept',
      'What is not kept cannot leak; where chats must be kept, switch it off.',
    ),
    temporaryEnforced: permission(
      'CHAT_TEMPORARY_ENFORCED',
      false,
      'chat only without the chat being kept',
      'Most people want to find their chats again.',
    ),
  })
  .prefault({})
  .describe('What people do in their chats.');
