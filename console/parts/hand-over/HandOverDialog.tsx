import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { HandedIncident, HandedItem } from '../../../shared/protocol/hand-over.ts'
import { words } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { isSome, lineOf } from '../../models/handed.ts'
import { leaving, presses } from '../../models/leaving.ts'
import { nameAtDesk } from '../../models/names.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'
import { Loading } from '../Loading.tsx'
import { Duties, HandedTitle } from './Handed.tsx'
import { HandedChoice } from './HandedChoice.tsx'
import { IncidentFacts, IncidentTitle, OtherIncidents } from './HandedIncidents.tsx'
import { ToWhom } from './ToWhom.tsx'

const close = () => {
  leaving.value = null
}

/** What becomes of what is mine: to whom it goes, and what he must know of each. */
export function HandOverDialog({ session, hasOpen }: { session: Session; hasOpen: boolean }) {
  const isSigningOut = leaving.value === 'sign-out'
  const asked = useAsked(session.connection, 'hand-over:look', {})
  return (
    <Dialog title={isSigningOut ? words.handOver.signOutTitle : words.handOver.title} onClose={close}>
      <Loading from={asked}>
        {({ items, incidents }) =>
          items.length > 0 || incidents.some(({ goes }) => goes) ? (
            <Writing key={asked.turn} items={items} incidents={incidents} session={session} />
          ) : (
            <p class="empty">{hasOpen ? words.handOver.allOffered : words.handOver.nothing}</p>
          )
        }
      </Loading>
      {isSigningOut && <SignOut session={session} />}
    </Dialog>
  )
}

function SignOut({ session }: { session: Session }) {
  const signOut = () => {
    close()
    void session.signOut().catch(session.notices.refused)
  }
  return (
    <div class="verbs">
      <button type="button" class="button" onClick={signOut}>
        {words.handOver.signOutAnyway}
      </button>
    </div>
  )
}

interface Written {
  to: string
  note: string
  /** Those that stay with me. */
  kept: readonly string[]
  lines: Readonly<Record<string, string>>
}

interface WritingProps {
  items: readonly HandedItem[]
  incidents: readonly HandedIncident[]
  session: Session
}

function Writing({ items, incidents, session }: WritingProps) {
  const { connection, notices, desk, clock, unsaved } = session
  const [mine] = useState(() => incidents.filter(({ goes }) => goes))
  const [form] = useState(() => {
    const initial: Written = {
      to: '',
      note: '',
      kept: items.filter((item) => !presses(item)).map(({ conversation }) => conversation),
      lines: Object.fromEntries(items.map((item) => [item.conversation, lineOf(item, clock.now.peek())])),
    }
    const chosenOf = ({ kept, lines }: Written) => {
      const lineFor = (id: string) => (lines[id] ?? '').trim()
      return {
        items: items.flatMap(({ conversation: id }) => (kept.includes(id) ? [] : [{ conversation: id, line: lineFor(id) }])),
        incidents: mine.flatMap(({ incident: id }) => (kept.includes(id) ? [] : [{ incident: id, line: lineFor(id) }])),
      }
    }
    const handOver = newId()
    return createForm(initial, {
      unsaved: unsaved.of('hand-over'),
      check: (written) => ({
        to: written.to ? null : words.handOver.toMissing,
        kept: isSome(sizeOf(chosenOf(written))) ? null : words.handOver.noneChosen,
      }),
      about: { 'no-such-agent': 'to', 'no-such-team': 'to', 'same-place': 'to' },
      save: async (written) => {
        const [kind, id = ''] = written.to.split(' ')
        const handed = chosenOf(written)
        await connection.ask('hand-over:offer', {
          handOver,
          to: kind === 'team' ? { team: id } : { agent: id },
          note: written.note.trim(),
          ...handed,
        })
        const isSigningOut = leaving.peek() === 'sign-out'
        close()
        notices.tell(words.handOver.offered(sizeOf(handed), nameAtDesk(desk, id)))
        if (isSigningOut) await session.signOut().catch(notices.refused)
      },
    })
  })
  const { to, note, kept, lines } = form.values.value
  const errors = form.errors.value
  const choiceOf = (id: string) => ({
    isChosen: !kept.includes(id),
    choose: (isChosen: boolean) => form.set({ kept: isChosen ? kept.filter((one) => one !== id) : [...kept, id] }),
    line: lines[id] ?? '',
    write: (line: string) => form.set({ lines: { ...lines, [id]: line } }),
  })
  const isKept = (id: string) => kept.includes(id)
  const count = {
    conversations: items.filter(({ conversation }) => !isKept(conversation)).length,
    incidents: mine.filter(({ incident }) => !isKept(incident)).length,
  }
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <p class="hint">{words.handOver.hint}</p>
      <Field label={words.handOver.to} error={errors.to}>
        {(ids) => <ToWhom ids={ids} value={to} desk={desk} choose={(chosen) => form.set({ to: chosen })} />}
      </Field>
      {items.length > 0 && (
        <ol class="handed">
          {items.map((item) => {
            const { conversation, requester } = item
            return (
              <HandedChoice
                key={conversation}
                title={<HandedTitle item={item} />}
                facts={<Duties item={item} clock={clock} />}
                label={words.handOver.line(requester)}
                {...choiceOf(conversation)}
              />
            )
          })}
        </ol>
      )}
      {mine.length > 0 && (
        <section aria-label={words.handOver.incidents}>
          <h3 class="handed-head">{words.handOver.incidents}</h3>
          <ul class="handed">
            {mine.map((incident) => (
              <HandedChoice
                key={incident.incident}
                title={<IncidentTitle incident={incident} />}
                facts={<IncidentFacts incident={incident} clock={clock} />}
                label={words.handOver.lineIncident(incident.title)}
                {...choiceOf(incident.incident)}
              />
            ))}
          </ul>
        </section>
      )}
      <OtherIncidents incidents={incidents} clock={clock} />
      {errors.kept && (
        <p class="error" role="alert">
          {errors.kept}
        </p>
      )}
      <Field label={words.handOver.note}>
        {(ids) => (
          <textarea {...ids} rows={2} maxLength={1000} value={note} onInput={(event) => form.set({ note: event.currentTarget.value })} />
        )}
      </Field>
      <FormFoot form={form} label={words.handOver.offer(count)} onCancel={close} />
    </form>
  )
}

const sizeOf = ({ items, incidents }: { items: readonly unknown[]; incidents: readonly unknown[] }) => ({
  conversations: items.length,
  incidents: incidents.length,
})
