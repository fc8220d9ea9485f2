import { render } from 'preact'
import { connect } from '../shared/client/connection.ts'
import { browserStore } from '../shared/client/storage.ts'
import { App } from './App.tsx'
import { http } from './http.ts'
import { AccountModel } from './models/account.ts'
import { applyTheme } from './models/theme.ts'
import { followAddress } from './router.ts'
import './styles/console.css'

const store = browserStore()
const account = new AccountModel(http)
const place = document.getElementById('console')

applyTheme(store)
followAddress()
void account.ask()
if (place) render(<App account={account} store={store} connect={() => connect(location.origin, { as: 'agent' })} />, place)
