import type { Helping } from '../../shared/people.ts'
import type { AdminAnswers } from '../../shared/protocol/admin.ts'
import { refuse } from '../../shared/refusal.ts'
import { unknownVariables } from '../../shared/replies.ts'
import { agentWith, reachOf } from '../desk/access.ts'
import type { Changed, Replies, ReplyReach, Settings, Sites, Teams } from '../desk/administration.ts'
import type { AuditLog } from '../desk/people.ts'
import { byOf } from './by.ts'
import type { Caller, Handlers } from './handlers.ts'

export interface AdminPorts {
  teams: Teams
  settings: Settings
  replies: Replies
  sites: Sites
  audit: AuditLog
  now(): Date
  changed(what: Changed): void
}

/** What administrators set up, and what of it every agent may read. */
export function adminHandlers(ports: AdminPorts): Handlers<keyof AdminAnswers> {
  return { ...teamHandlers(ports), ...settingsHandlers(ports), ...replyHandlers(ports), ...siteHandlers(ports), ...auditHandlers(ports) }
}

type About<Noun extends string> = Handlers<keyof AdminAnswers & `${Noun}:${string}`>

/** Lets only those through who may set up the desk, and says for the log who it is. */
function manager(caller: Caller, now: () => Date) {
  agentWith(caller.who, 'desk', 'manage')
  return byOf(caller, now())
}

const teamHandlers = ({ teams, now, changed }: AdminPorts): About<'teams'> => ({
  async 'teams:list'({ who }) {
    agentWith(who, 'desk', 'read')
    return { teams: await teams.list() }
  },
  async 'teams:save'(caller, wanted) {
    const saved = await teams.save(manager(caller, now), wanted)
    changed('teams')
    return saved
  },
  async 'teams:remove'(caller, wanted) {
    await teams.remove(manager(caller, now), wanted)
    changed('teams')
    return null
  },
  async 'teams:restore'(caller, wanted) {
    const team = await teams.restore(manager(caller, now), wanted)
    changed('teams')
    return team
  },
})

const settingsHandlers = ({ settings, now, changed }: AdminPorts): About<'settings' | 'look' | 'origins' | 'webhook'> => ({
  async 'settings:read'({ who }) {
    agentWith(who, 'desk', 'read')
    const { value, version } = await settings.desk()
    return { settings: value, version }
  },
  async 'settings:save'(caller, wanted) {
    const { value, version } = await settings.saveDesk(manager(caller, now), wanted)
    changed('settings')
    return { settings: value, version }
  },
  async 'look:read'({ who }) {
    agentWith(who, 'desk', 'manage')
    const { value, version } = await settings.look()
    return { look: value, version }
  },
  async 'look:save'(caller, wanted) {
    const { value, version } = await settings.saveLook(manager(caller, now), wanted)
    changed('look')
    return { look: value, version }
  },
  async 'origins:read'({ who }) {
    agentWith(who, 'desk', 'manage')
    const { value, version } = await settings.origins()
    return { origins: value, version }
  },
  async 'origins:save'(caller, wanted) {
    const { value, version } = await settings.saveOrigins(manager(caller, now), wanted)
    changed('origins')
    return { origins: value, version }
  },
  async 'webhook:read'({ who }) {
    agentWith(who, 'desk', 'manage')
    return settings.webhook()
  },
  async 'webhook:save'(caller, wanted) {
    const saved = await settings.saveWebhook(manager(caller, now), wanted)
    changed('webhook')
    return saved
  },
})

const replyHandlers = ({ replies, now }: AdminPorts): About<'replies'> => ({
  async 'replies:list'({ who }) {
    const agent = agentWith(who, 'replies', 'read')
    return { replies: await replies.list({ agent: agent.id, shared: managesShared(agent) ? 'all' : agent.teams }) }
  },
  async 'replies:save'(caller, wanted) {
    const agent = agentWith(caller.who, 'replies', 'manage')
    if (wanted.whose !== 'mine' && !managesShared(agent)) refuse('not-allowed')
    if (unknownVariables(wanted.text).length > 0) refuse('unknown-variable')
    return replies.save(byOf(caller, now()), changeable(agent), wanted)
  },
  async 'replies:remove'(caller, wanted) {
    const agent = agentWith(caller.who, 'replies', 'manage')
    await replies.remove(byOf(caller, now()), changeable(agent), wanted)
    return null
  },
})

const managesShared = (agent: Helping) => reachOf(agent, 'replies', 'manage') === 'all'

const changeable = (agent: Helping): ReplyReach => ({ agent: agent.id, shared: managesShared(agent) ? 'all' : 'none' })

const siteHandlers = ({ sites, now, changed }: AdminPorts): About<'sites'> => ({
  async 'sites:list'({ who }) {
    agentWith(who, 'desk', 'manage')
    return { sites: await sites.list() }
  },
  async 'sites:add'(caller, wanted) {
    const added = await sites.add(manager(caller, now), wanted)
    changed('sites')
    return added
  },
  async 'sites:change'(caller, wanted) {
    const site = await sites.change(manager(caller, now), wanted)
    changed('sites')
    return site
  },
  async 'sites:rotate'(caller, wanted) {
    const rotated = await sites.rotate(manager(caller, now), wanted)
    changed('sites')
    return rotated
  },
  async 'sites:remove'(caller, wanted) {
    await sites.remove(manager(caller, now), wanted)
    changed('sites')
    return null
  },
  async 'sites:restore'(caller, wanted) {
    const site = await sites.restore(manager(caller, now), wanted)
    changed('sites')
    return site
  },
})

const auditHandlers = ({ audit }: AdminPorts): About<'audit'> => ({
  async 'audit:list'({ who }, { before }) {
    agentWith(who, 'audit', 'read')
    return audit.page(before)
  },
})
