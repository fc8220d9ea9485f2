import { Eye, EyeOff } from 'lucide-preact'
import { useEffect, useMemo } from 'preact/hooks'
import { words } from '../../later-words.ts'
import { watchFollowers } from '../../models/followers.ts'
import type { Session } from '../../models/session.ts'
import { newsOf } from '../../models/together.ts'
import { Keys } from '../Keys.tsx'

/** Who follows it, and whether I do. */
export function Following({ id, session }: { id: string; session: Session }) {
  const { connection, me } = session
  const followers = useMemo(() => watchFollowers(connection, id), [connection, id])
  useEffect(() => followers.stop, [followers])
  const list = followers.list.value
  const following = list.some((one) => one.id === me.id)
  const others = list.filter((one) => one.id !== me.id).map(({ name }) => name)
  return (
    <div class="following">
      <button
        type="button"
        class="button"
        aria-pressed={following}
        aria-keyshortcuts="Alt+F"
        title={following ? words.together.unfollow : words.together.followHint}
        onClick={() => void newsOf(session).follow({ conversation: id, following })}
      >
        {following ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
        {following ? words.together.following : words.together.follow}
        <Keys of="follow" />
      </button>
      {others.length > 0 && <p class="hint">{words.together.followedBy(others.join(', '))}</p>}
    </div>
  )
}
