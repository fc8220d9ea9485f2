import { signal } from '@preact/signals'
import { type SetupStep, setupSteps } from '../shared/setup.ts'

export const settingsPages = [
  'account',
  'replies',
  'guides',
  'widget',
  'topics',
  'categories',
  'hours',
  'distribution',
  'skills',
  'waiting',
  'targets',
  'closing',
  'guard',
  'trying',
  'file',
  'teams',
  'people',
  'desk',
  'origins',
  'sites',
  'webhook',
  'phone',
  'remote',
  'health',
  'audit',
  'demonstration',
] as const
export type SettingsPage = (typeof settingsPages)[number]

/** Where in the console somebody is; the part of the address after the # says so. */
export type Route =
  | { at: 'chats'; conversation: string | null }
  | { at: 'tickets' }
  | { at: 'ticket'; number: number }
  /** What many have at the same time; null is all of it. */
  | { at: 'incidents'; incident: string | null }
  /** How all teams stand, for those who oversee them; the same to hang on a wall. */
  | { at: 'board' }
  /** What the desk knows: the list, what became of all, or one article to be read, written on or begun. */
  | { at: 'knowledge'; article: string | null; how: 'read' | 'write' | 'new' | 'figures' }
  | { at: 'wall' }
  | { at: 'settings'; page: SettingsPage }
  /** The first minutes; null is wherever one left off. */
  | { at: 'setup'; step: SetupStep | null }
  | { at: 'welcome'; token: string }
  | { at: 'nowhere' }

/** Reads an address such as `#/chats/<id>`. */
export function routeOf(hash: string): Route {
  const [place = '', rest = '', more = ''] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  switch (place) {
    case '':
    case 'chats':
      return { at: 'chats', conversation: rest || null }
    case 'tickets':
      return rest ? ticketRoute(rest) : { at: 'tickets' }
    case 'incidents':
      return { at: 'incidents', incident: rest || null }
    case 'board':
      return { at: 'board' }
    case 'wall':
      return { at: 'wall' }
    case 'knowledge':
      if (rest === 'figures') return { at: 'knowledge', article: null, how: rest }
      return { at: 'knowledge', article: rest || null, how: more === 'write' || more === 'new' ? more : 'read' }
    case 'settings':
      return settingsRoute(rest || 'account')
    case 'setup':
      return setupRoute(rest)
    case 'welcome':
      return { at: 'welcome', token: rest }
    default:
      return { at: 'nowhere' }
  }
}

/** The address of a place, for links. */
export function linkTo(route: Route): string {
  switch (route.at) {
    case 'chats':
      return route.conversation ? `#/chats/${route.conversation}` : '#/chats'
    case 'tickets':
      return '#/tickets'
    case 'ticket':
      return `#/tickets/${route.number}`
    case 'incidents':
      return `#/incidents${route.incident ? `/${route.incident}` : ''}`
    case 'board':
    case 'wall':
      return `#/${route.at}`
    case 'knowledge':
      return ['#/knowledge', ...(route.article ? [route.article] : []), ...(route.how === 'read' ? [] : [route.how])].join('/')
    case 'settings':
      return `#/settings/${route.page}`
    case 'setup':
      return route.step ? `#/setup/${route.step}` : '#/setup'
    case 'welcome':
      return `#/welcome/${encodeURIComponent(route.token)}`
    case 'nowhere':
      return '#/'
  }
}

/** The present place; follows the address bar. */
export const route = signal<Route>(routeOf(globalThis.location?.hash ?? ''))

/** Goes somewhere. */
export function go(to: Route) {
  const address = linkTo(to)
  // Not by the hash: a browser would lay out the old screen once more to look for such a place in it.
  if (location.hash !== address) history.pushState(null, '', address)
  route.value = to
}

/** Begins to follow the address bar. */
export function followAddress() {
  const follow = () => {
    const to = routeOf(location.hash)
    // Whoever went there by `go` is there already, and nothing is drawn twice.
    if (linkTo(to) !== linkTo(route.peek())) route.value = to
  }
  addEventListener('hashchange', follow)
  return () => removeEventListener('hashchange', follow)
}

function ticketRoute(number: string): Route {
  return /^[1-9]\d{0,15}$/.test(number) ? { at: 'ticket', number: Number(number) } : { at: 'nowhere' }
}

function settingsRoute(page: string): Route {
  const known = settingsPages.find((one) => one === page)
  return known ? { at: 'settings', page: known } : { at: 'nowhere' }
}

function setupRoute(step: string): Route {
  if (!step) return { at: 'setup', step: null }
  const known = setupSteps.find((one) => one === step)
  return known ? { at: 'setup', step: known } : { at: 'nowhere' }
}

function decoded(part: string) {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
