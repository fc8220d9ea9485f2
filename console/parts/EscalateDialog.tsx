import { useState } from 'preact/hooks'
import type { AgentChat } from '../../shared/client/chat.ts'
import type { Conversation } from '../../shared/conversation.ts'
import type { Brief } from '../../shared/escalation.ts'
import { isRunning } from '../models/board.ts'
import { briefOf } from '../models/brief.ts'
import { createForm } from '../models/form.ts'
import { nameAtDesk, nameIn } from '../models/names.ts'
import type { Session } from '../models/session.ts'
import { specialistsOf } from '../models/specialists.ts'
import { words } from '../words.ts'
import { Dialog } from './Dialog.tsx'
import { Field } from './Field.tsx'
import { FormFoot } from './FormFoot.tsx'

interface EscalateProps {
  chat: AgentChat
  session: Session
  state: Conversation
  onClose: () => void
}

const fields = [
  ['symptom', 2000, 3],
  ['impact', 300, 1],
  ['environment', 1000, 2],
  ['steps', 4000, 4],
  ['ask', 1000, 2],
] as const satisfies readonly (readonly [keyof Brief, number, number])[]

/** Sends the work to another team, with a brief that the record has begun. */
export function EscalateDialog({ chat, session, state, onClose }: EscalateProps) {
  const { desk, notices } = session
  const topic = desk.topics.value.get(state.topic ?? '')
  const teams = desk.teams.value.filter(({ id }) => id !== state.team).toSorted((one, other) => other.tier - one.tier)
  const [form] = useState(() =>
    createForm(
      { team: teams.length === 1 ? (teams[0]?.id ?? '') : '', agent: '', ...briefOf(state, chat.entries.peek(), topic) },
      {
        unsaved: session.unsaved.of(`escalate:${state.id}`),
        check: ({ team, symptom, ask }) => ({
          team: team ? null : words.escalation.teamMissing,
          symptom: symptom.trim() ? null : words.escalation.missing,
          ask: ask.trim() ? null : words.escalation.missing,
        }),
        about: { 'own-team': 'team', 'same-place': 'team', 'agent-unavailable': 'agent', 'at-capacity': 'agent' },
        save: async ({ team, agent, ...written }) => {
          await chat.act({ kind: 'escalate', team, brief: trimmed(written), ...(agent && { agent }) })
          onClose()
          notices.done(words.escalation.sent(nameAtDesk(desk, team)), () => chat.act({ kind: 'recall-work' }))
        },
      },
    ),
  )
  const values = form.values.value
  const specialists = isRunning(state) ? specialistsOf(values.team, desk.colleagues.value, state) : []
  return (
    <Dialog title={words.escalation.title} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <p class="hint">{words.escalation.hint(nameIn(chat, desk)(state.requester))}</p>
        <Field label={words.escalation.team} error={form.errors.value.team}>
          {(ids) => (
            <select {...ids} value={values.team} onChange={(event) => form.set({ team: event.currentTarget.value, agent: '' })}>
              <option value="">{words.chats.chooseCode}</option>
              {teams.map(({ id, name, tier }) => (
                <option key={id} value={id}>
                  {`${name}, ${words.chats.tier(tier)}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        {specialists.length > 0 && (
          <Field label={words.escalation.how} error={form.errors.value.agent}>
            {(ids) => (
              <select {...ids} value={values.agent} onChange={(event) => form.set({ agent: event.currentTarget.value })}>
                <option value="">{words.escalation.cold}</option>
                {specialists.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {words.escalation.warm(name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {fields.map(([name, max, rows]) => (
          <Field
            key={name}
            label={words.escalation[name]}
            hint={name === 'ask' ? words.escalation.askHint : undefined}
            error={form.errors.value[name]}
          >
            {(ids) => (
              <textarea
                {...ids}
                rows={rows}
                maxLength={max}
                value={values[name]}
                onInput={(event) => form.set({ [name]: event.currentTarget.value })}
              />
            )}
          </Field>
        ))}
        <FormFoot form={form} label={words.escalation.act} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

const trimmed = (written: Brief): Brief => ({
  symptom: written.symptom.trim(),
  impact: written.impact.trim(),
  environment: written.environment.trim(),
  steps: written.steps.trim(),
  ask: written.ask.trim(),
})
