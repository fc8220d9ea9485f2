import { render } from 'preact'
import { connect } from '../shared/client/connection.ts'
import { watchParts } from '../shared/client/freshness.ts'
import { browserStore } from '../shared/client/storage.ts'
import { App } from './App.tsx'
import { http } from './http.ts'
import { AccountModel } from './models/account.ts'
import { speakAsWished } from './models/language.ts'
import { applyTheme } from './models/theme.ts'
import { followAddress } from './router.ts'
import './styles/console.css'

const store = browserStore()
const account = new AccountModel(http)
const place = document.getElementById('console')

applyTheme(store)
watchParts()
followAddress()
void account.ask()
// A language that does not come is no reason to keep people waiting: English is here already. Not awaited by the module
// itself, which the language's own file may need to have ended.
void speakAsWished(store)
  .catch(() => {})
  .then(() => {
    if (place)
      render(
        <App account={account} store={store} connect={() => connect(location.origin, { as: 'agent' }, { pulse: () => true })} />,
        place,
      )
  })
