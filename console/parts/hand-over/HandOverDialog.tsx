import { useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { HandedItem } from '../../../shared/protocol/hand-over.ts'
import { words } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import { createForm } from '../../models/form.ts'
import { lineOf } from '../../models/handed.ts'
import { leaving, presses } from '../../models/leaving.ts'
import { nameAtDesk } from '../../models/names.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../Dialog.tsx'
import { Field } from '../Field.tsx'
import { FormFoot } from '../FormFoot.tsx'
import { Loading } from '../Loading.tsx'
import { Duties, HandedTitle } from './Handed.tsx'
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
        {({ items }) =>
          items.length > 0 ? (
            <Writing key={asked.turn} items={items} session={session} />
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

function Writing({ items, session }: { items: readonly HandedItem[]; session: Session }) {
  const { connection, notices, desk, clock, unsaved } = session
  const [form] = useState(() => {
    const initial: Written = {
      to: '',
      note: '',
      kept: items.filter((item) => !presses(item)).map(({ conversation }) => conversation),
      lines: Object.fromEntries(items.map((item) => [item.conversation, lineOf(item, clock.now.peek())])),
    }
    const chosen = ({ kept }: Written) => items.filter(({ conversation }) => !kept.includes(conversation))
    return createForm(initial, {
      unsaved: unsaved.of('hand-over'),
      check: (written) => ({
        to: written.to ? null : words.handOver.toMissing,
        kept: chosen(written).length > 0 ? null : words.handOver.noneChosen,
      }),
      about: { 'no-such-agent': 'to', 'no-such-team': 'to', 'same-place': 'to' },
      save: async (written) => {
        const [kind, id = ''] = written.to.split(' ')
        const handed = chosen(written).map(({ conversation }) => ({ conversation, line: (written.lines[conversation] ?? '').trim() }))
        await connection.ask('hand-over:offer', {
          handOver: newId(),
          to: kind === 'team' ? { team: id } : { agent: id },
          note: written.note.trim(),
          items: handed,
        })
        const isSigningOut = leaving.peek() === 'sign-out'
        close()
        notices.tell(words.handOver.offered(handed.length, nameAtDesk(desk, id)))
        if (isSigningOut) await session.signOut().catch(notices.refused)
      },
    })
  })
  const { to, note, kept, lines } = form.values.value
  const errors = form.errors.value
  const keep = (conversation: string, isKept: boolean) =>
    form.set({ kept: isKept ? [...kept, conversation] : kept.filter((one) => one !== conversation) })
  return (
    <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
      <p class="hint">{words.handOver.hint}</p>
      <Field label={words.handOver.to} error={errors.to}>
        {(ids) => <ToWhom ids={ids} value={to} desk={desk} choose={(chosen) => form.set({ to: chosen })} />}
      </Field>
      <ol class="handed">
        {items.map((item) => {
          const { conversation, requester } = item
          const isKept = kept.includes(conversation)
          return (
            <li key={conversation}>
              <label>
                <input type="checkbox" checked={!isKept} onChange={(event) => keep(conversation, !event.currentTarget.checked)} />
                <HandedTitle item={item} />
              </label>
              <Duties item={item} clock={clock} />
              {!isKept && (
                <div class="field">
                  <textarea
                    rows={1}
                    maxLength={500}
                    aria-label={words.handOver.line(requester)}
                    placeholder={words.handOver.line(requester)}
                    value={lines[conversation] ?? ''}
                    onInput={(event) => form.set({ lines: { ...lines, [conversation]: event.currentTarget.value } })}
                  />
                </div>
              )}
            </li>
          )
        })}
      </ol>
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
      <FormFoot form={form} label={words.handOver.offer(items.length - kept.length)} onCancel={close} />
    </form>
  )
}
