/** The languages in which a desk may word its widget. */
export const lookLanguages = ['en', 'de'] as const
export type LookLanguage = (typeof lookLanguages)[number]

/** What the desk says of itself in one language. An empty text leaves the widget its own. */
export interface LookTexts {
  /** What the desk is called, in the widget's head and on its button. */
  name: string
  /** The question that follows "Hello Rita,". */
  greeting: string
  /** What stands in the empty field for what happened. */
  hint: string
}

/** One more thing that a requester is asked before he begins. */
export interface LookField {
  id: string
  label: string
  required: boolean
  /** What he may choose from; none means that he writes a line. */
  choices: string[]
}

/** How the widget looks and what it asks, as administrators set it. */
export interface WidgetLook {
  texts: Partial<Record<LookLanguage, LookTexts>>
  /** The one accent, #rrggbb; null is Firstline's own. Colours of text on it follow from it. */
  accent: string | null
  /** The corner of the page: where lines begin or where they end. */
  position: 'start' | 'end'
  /** Whether newcomers whom no page vouches for are asked for their e-mail address. */
  email: 'required' | 'optional' | 'none'
  /** At most three. */
  fields: LookField[]
  /** What the widget may speak; the first is spoken to readers of any other language. */
  languages: LookLanguage[]
}

/** What the button on a host page must know before there is a frame. */
export interface LauncherLook {
  /** The desk's own name by language, where it has one. */
  names: Record<string, string>
  languages: readonly string[]
  position: WidgetLook['position']
  /** The button and the sign on it, in light and in dark. */
  colours: readonly [button: string, sign: string] | null
}

export const defaultLook: WidgetLook = {
  texts: {},
  accent: null,
  position: 'end',
  email: 'required',
  fields: [],
  languages: ['en', 'de'],
}
