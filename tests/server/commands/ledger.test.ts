import { createLedger, percentile } from '../../../server/commands/flood/ledger.ts'

/** A ledger in a time of its own. */
function aLedger() {
  let time = 0
  const ledger = createLedger(() => time)
  return {
    ledger,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

test('what is acknowledged and heard is not lost', () => {
  const { ledger, pass } = aLedger()
  const message = ledger.sent('one')
  pass(4)
  message.acknowledged()
  ledger.heard('one')
  pass(60_000)

  expect(ledger.totals()).toEqual({ sent: 1, acknowledged: 1, failed: 0, lost: 0 })
  expect(ledger.takeLatencies()).toEqual([4])
  expect(ledger.takeLatencies()).toEqual([])
})

test('what the other side hears before the acknowledgement is not lost either', () => {
  const { ledger, pass } = aLedger()
  const message = ledger.sent('one')
  ledger.heard('one')
  message.acknowledged()
  pass(60_000)

  expect(ledger.totals().lost).toBe(0)
})

test('what is acknowledged and never heard is lost after five seconds', () => {
  const { ledger, pass } = aLedger()
  ledger.sent('one').acknowledged()
  pass(5_000)
  expect(ledger.totals().lost).toBe(0)
  pass(1)
  expect(ledger.totals().lost).toBe(1)
})

test('what fails is said to have failed, and is not lost', () => {
  const { ledger, pass } = aLedger()
  ledger.sent('one').failed()
  pass(60_000)

  expect(ledger.totals()).toEqual({ sent: 1, acknowledged: 0, failed: 1, lost: 0 })
})

test('half and most of the latencies', () => {
  const latencies = Array.from({ length: 100 }, (_, place) => place + 1)

  expect([percentile(latencies, 0.5), percentile(latencies, 0.95), percentile([], 0.5)]).toEqual([51, 96, null])
})
