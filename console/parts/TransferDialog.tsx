import { useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Colleague, TeamView } from '../../shared/protocol/line.ts'
import { createForm } from '../models/form.ts'
import { nameAtDesk, nameIn } from '../models/names.ts'
import { recapText } from '../models/recap.ts'
import type { Session } from '../models/session.ts'
import { go } from '../router.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'

const mostComment = 1000

interface TransferProps {
  chat: AgentChat
  session: Session
  state: Conversation
  onClose: () => void
}

/** Hands a chat over to a team or a colleague, with a word for whoever goes on. */
export function TransferDialog({ chat, session, state, onClose }: TransferProps) {
  const board = session.desk.board.value
  const teams = (board?.teams ?? []).filter(({ id }) => id !== state.team || state.agent !== null)
  const colleagues = (board?.colleagues ?? []).filter(({ id }) => id !== state.agent && id !== session.me.id).toSorted(byFreePlaces)
  const [form] = useState(() =>
    createForm(
      { to: '', comment: '' },
      {
        unsaved: session.unsaved.of(`transfer:${state.id}`),
        check: ({ to }) => ({ to: to ? null : words.chats.chooseOne }),
        save: async ({ to, comment }) => {
          const [kind, id = ''] = to.split(' ')
          await chat.act({ kind: 'transfer', to: kind === 'team' ? { team: id } : { agent: id }, comment: comment.trim() })
          onClose()
          session.notices.tell(words.chats.transferred(nameIn(chat, session.desk)(state.requester), nameAtDesk(session.desk, id)))
          go({ at: 'chats', conversation: session.chats.hide(state.id) })
        },
      },
    ),
  )
  /** Below what is written already. */
  const insertRecap = async () => {
    const recap = await session.connection.ask('ticket:recap', { conversation: state.id }).catch(session.notices.refused)
    if (!recap) return
    const written = form.values.peek().comment.trimEnd()
    const room = mostComment - (written ? written.length + 1 : 0)
    if (room > 1) form.set({ comment: [written, recapText(recap, room)].filter(Boolean).join('\n') })
  }
  return (
    <Dialog title={words.chats.transfer} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <Field label={words.chats.transferTo} hint={toldOf(form.values.value.to, session)} error={form.errors.value.to}>
          {(ids) => (
            <select {...ids} value={form.values.value.to} onChange={(event) => form.set({ to: event.currentTarget.value })}>
              <option value="">{words.chats.chooseCode}</option>
              <optgroup label={words.chats.toTeam}>
                {teams.map((team) => (
                  <option key={team.id} value={`team ${team.id}`} disabled={team.shut !== undefined}>
                    {teamLine(team)}
                  </option>
                ))}
              </optgroup>
              <optgroup label={words.chats.toAgent}>
                {colleagues.map((one) => (
                  <option key={one.id} value={`agent ${one.id}`} disabled={!isFree(one)}>
                    {colleagueLine(one)}
                  </option>
                ))}
              </optgroup>
            </select>
          )}
        </Field>
        <Field label={words.chats.comment} hint={words.chats.commentHint}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              maxLength={mostComment}
              value={form.values.value.comment}
              onInput={(event) => form.set({ comment: event.currentTarget.value })}
            />
          )}
        </Field>
        <FormFoot form={form} label={words.chats.transfer} onCancel={onClose}>
          <button type="button" class="button" onClick={() => void insertRecap()}>
            {words.recap.insert}
          </button>
        </FormFoot>
      </form>
    </Dialog>
  )
}

/** Whom the desk would give a chat now. */
const isFree = ({ here, wish, load, capacity }: Colleague) => here && wish === 'available' && load < capacity

const byFreePlaces = (one: Colleague, other: Colleague) =>
  Number(isFree(other)) - Number(isFree(one)) || one.load / one.capacity - other.load / other.capacity || one.name.localeCompare(other.name)

const teamLine = ({ name, tier, open, shut }: TeamView) =>
  [name, words.chats.tier(tier), shut ? words.emergency.sign : open ? '' : words.chats.teamClosed].filter(Boolean).join(', ')

/** What becomes of somebody who is sent there, where nobody would take him now. */
function toldOf(to: string, { desk }: Session): string | undefined {
  const [kind, which] = to.split(' ')
  const team = desk.teams.value.find(({ id }) => id === which)
  if (kind !== 'team' || !team) return undefined
  if (team.shut) return words.emergency.lineShut
  if (!team.open) return words.emergency.lineClosed
  const isManned = desk.colleagues.value.some(({ teams, here, wish }) => here && wish === 'available' && teams.includes(team.id))
  return isManned ? undefined : words.emergency.lineEmpty
}

function colleagueLine({ name, wish, here, load, capacity }: Colleague) {
  const state = words.chats.colleagueState[here ? wish : 'offline']
  return `${name}: ${state}, ${words.chats.loadOf(load, capacity)}`
}
