import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Connection } from '../shared/client/connection.ts'
import type { Store } from '../shared/client/storage.ts'
import type { Me } from '../shared/protocol/accounts.ts'
import type { Account } from './models/account.ts'
import { spoken } from './models/language.ts'
import { beginSession, type Session } from './models/session.ts'
import { Later } from './parts/Later.tsx'
import { route } from './router.ts'
import { Desk } from './screens/Desk.tsx'
import { later } from './screens/later.ts'
import { Brand, SignIn } from './screens/SignIn.tsx'
import { words } from './words.ts'

interface AppProps {
  account: Account
  store: Store
  connect: () => Connection
}

/** Whoever is not signed in sees the door; whoever is, the desk. */
export function App({ account, store, connect }: AppProps) {
  const presence = account.presence.value
  const place = route.value
  if (place.at === 'welcome')
    return <Later load={later.settings} draw={({ Welcome }) => <Welcome account={account} token={place.token} />} />
  switch (presence.kind) {
    case 'asking':
      return <Pause text={words.shell.loading} />
    case 'unreachable':
      return <Unreachable account={account} />
    case 'signed-out':
      return <SignIn account={account} because={presence.because} />
    case 'signed-in':
      return <SignedIn key={presence.me.id} me={presence.me} account={account} store={store} connect={connect} />
  }
}

function SignedIn({ me, account, store, connect }: AppProps & { me: Me }) {
  const [begun, setBegun] = useState<Session | null>(null)
  useEffect(() => {
    const session = beginSession({ me, account, connection: connect(), store })
    setBegun(session)
    return session.dispose
  }, [])
  const session = useMemo(() => begun && { ...begun, me }, [begun, me])
  // Drawn anew in another language; what the session holds, such as drafts, goes on.
  return session ? <Desk key={spoken.value} session={session} /> : <Pause text={words.shell.loading} />
}

function Unreachable({ account }: { account: Account }) {
  useEffect(() => {
    const timer = setInterval(() => void account.ask(), 3_000)
    return () => clearInterval(timer)
  }, [account])
  return (
    <main class="door">
      <div class="door-card">
        <Brand />
        <p role="status">{words.shell.unreachable}</p>
      </div>
    </main>
  )
}

const Pause = ({ text }: { text: string }) => (
  <main class="door">
    <p role="status">{text}</p>
  </main>
)
