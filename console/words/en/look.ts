import type { LookLanguage, LookTexts } from '../../../shared/look.ts'

const languageNames: Record<LookLanguage, string> = { en: 'English', de: 'Deutsch' }

/** What the widget says where the desk says nothing of its own. */
const own: Record<LookLanguage, LookTexts> = {
  en: { name: 'IT help desk', greeting: 'what’s not working?', hint: 'What did you do, and what did you see?' },
  de: { name: 'IT-Helpdesk', greeting: 'was klappt nicht?', hint: 'Was haben Sie getan, und was war zu sehen?' },
}

/** How the widget looks and what it asks. */
export const look = {
  hint: 'Beside the settings stands the widget itself. What you change is seen there at once, and by everybody else once it is saved.',
  texts: 'Texts and languages',
  languages: 'Languages that the widget speaks',
  languageNames,
  languageMissing: 'Choose at least one language',
  firstLanguage: 'For readers of other languages',
  firstLanguageHint: 'Everyone else reads the language of his browser.',
  wordedIn: 'Worded in',
  own,
  text: { name: 'Name of the desk', greeting: 'Question', hint: 'In the empty field' },
  textHints: {
    name: 'In the head of the widget. Empty: what stands there in grey.',
    greeting: 'Follows “Hello Rita,”.',
    hint: 'A line that helps to begin.',
  },
  colour: 'Colour',
  accent: 'Accent',
  accentHint: 'Text on it, and it as text, are shaded until they can be read, in light and dark.',
  colourWrong: 'Write a colour such as #00767c',
  pick: 'Pick the accent',
  ownColour: 'Firstline’s own',
  position: 'Corner of the page',
  positionHint: 'On pages that read from right to left it is the other corner.',
  positions: { end: 'On the right', start: 'On the left' },
  fields: 'What is asked',
  fieldsHint: 'Each question keeps people from asking theirs. Three of your own at most; the answers go with the request.',
  fieldsWrong: 'One of the fields is not ready',
  email: 'E-mail address',
  emails: { required: 'Must be given', optional: 'May be given', none: 'Not asked for' },
  fieldNumber: (place: number) => `Field ${place}`,
  label: 'What is asked',
  labelHint: 'Such as Room, or Number on the device',
  labelMissing: 'Write what is asked',
  choices: 'Choices',
  choicesHint: 'One a line. None: a line is written.',
  choicesMany: 'At most 20 choices',
  choiceLong: 'A choice has at most 60 characters',
  required: 'Must be answered',
  addField: 'Add a field',
  removeField: (name: string) => `Remove ${name}`,
  screens: { introduce: 'Somebody unknown', home: 'Somebody known' },
  schemes: { light: 'Light', dark: 'Dark' },
}
