import { useEffect, useMemo } from 'preact/hooks'
import { HandOversModel } from '../models/hand-overs.ts'
import { leaving } from '../models/leaving.ts'
import type { Session } from '../models/session.ts'
import { watchTogether } from '../models/together-keys.ts'
import { HandOverDialog } from './hand-over/HandOverDialog.tsx'
import { HandOverStrip } from './hand-over/HandOverStrip.tsx'
import { TakeOverDialog } from './hand-over/TakeOverDialog.tsx'

/** What colleagues have to do with each other beside their chats. */
export function Together({ session }: { session: Session }) {
  const handOvers = useMemo(() => new HandOversModel(session), [session])
  useEffect(() => () => handOvers[Symbol.dispose](), [handOvers])
  useEffect(() => watchTogether(handOvers), [handOvers])
  const opened = handOvers.opened.value
  return (
    <>
      <HandOverStrip handOvers={handOvers} />
      {leaving.value && <HandOverDialog session={session} hasOpen={handOvers.mine.value.length > 0} />}
      {opened && <TakeOverDialog key={opened.id} handOver={opened} handOvers={handOvers} session={session} />}
    </>
  )
}
