import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import type { Demonstration } from '../../../shared/protocol/setup.ts'
import { type RefusalCode, Refused } from '../../../shared/refusal.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'

/** What is made up here, and the way out of it. */
export function DemonstrationPage({ session }: { session: Session }) {
  const [isAsking, setAsking] = useState(false)
  if (session.setup.profile.value?.isDemonstration === false) {
    return (
      <>
        <h2>{words.settings.pages.demonstration}</h2>
        <p class="empty">{words.setup.noDemonstration}</p>
      </>
    )
  }
  return (
    <>
      <h2>{words.settings.pages.demonstration}</h2>
      <p class="hint">{words.setup.demonstrationHint}</p>
      <WhatIsMadeUp session={session} />
      <div class="buttons start">
        <button type="button" class="button danger" onClick={() => setAsking(true)}>
          {words.setup.remove}
        </button>
      </div>
      {isAsking && <RemoveDialog session={session} onClose={() => setAsking(false)} />}
    </>
  )
}

function WhatIsMadeUp({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'demonstration:look', {})
  return (
    <Loading from={asked}>
      {(holds) => (
        <dl class="facts made-up-facts">
          {(Object.keys(words.setup.holds) as (keyof Demonstration)[]).map((what) => (
            <Fragment key={what}>
              <dt>{words.setup.holds[what]}</dt>
              <dd class="num">{holds[what]}</dd>
            </Fragment>
          ))}
        </dl>
      )}
    </Loading>
  )
}

/** Asked first: nothing brings it back. */
function RemoveDialog({ session: { connection, setup, notices, desk, replies }, onClose }: { session: Session; onClose: () => void }) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)
  const remove = async () => {
    if (busy) return
    setBusy(true)
    try {
      const removed = await connection.ask('demonstration:remove', {})
      notices.tell(words.setup.removed(removed.tickets, removed.people))
      await Promise.all([setup.load(), replies.load(), desk.look()])
      onClose()
    } catch (error) {
      setBusy(false)
      setRefusal(error instanceof Refused ? error.code : 'unavailable')
    }
  }
  return (
    <Dialog title={words.setup.removeTitle} onClose={onClose}>
      <div class="stack">
        <p>{words.setup.removeSure}</p>
        {refusal && (
          <p class="said bad" role="alert">
            {words.refused[refusal]}
          </p>
        )}
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>
            {words.shell.cancel}
          </button>
          <button type="button" class="button danger" aria-disabled={busy} onClick={() => void remove()}>
            {busy ? words.setup.removing : words.setup.removeForEver}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
