/** WebSocket frames by hand: a client library would cost more than what is measured. Text only, and ASCII only. */

const key = Buffer.from([0x37, 0xfa, 0x21, 0x3d])

/** A text as a browser sends it, masked. */
export function frameOf(text: string): Buffer {
  const { length } = text
  const begin = length < 126 ? 6 : 8
  const frame = Buffer.allocUnsafe(begin + length)
  frame[0] = 0x81
  if (length < 126) {
    frame[1] = 0x80 | length
  } else {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  }
  key.copy(frame, begin - 4)
  frame.write(text, begin, 'latin1')
  for (let place = 0; place < length; place++) frame[begin + place] = (frame[begin + place] as number) ^ (key[place & 3] as number)
  return frame
}

/** Hears one text: the bytes from `from` up to `to`, which are only there during the call. */
export type OnText = (data: Buffer, from: number, to: number) => void

/** Cuts what arrives into texts. */
export function createReader(onText: OnText) {
  let rest: Buffer | null = null

  return (chunk: Buffer) => {
    const data = rest ? Buffer.concat([rest, chunk]) : chunk
    let at = 0
    for (;;) {
      const found = payloadAt(data, at)
      if (!found || found.to > data.length) break
      onText(data, found.from, found.to)
      at = found.to
    }
    // The chunk is overwritten by the next read.
    rest = at < data.length ? Buffer.from(data.subarray(at)) : null
  }
}

function payloadAt(data: Buffer, at: number) {
  if (data.length < at + 2) return null
  const short = (data[at + 1] as number) & 0x7f
  if (short < 126) return { from: at + 2, to: at + 2 + short }
  if (short === 126) return data.length < at + 4 ? null : { from: at + 4, to: at + 4 + data.readUInt16BE(at + 2) }
  return data.length < at + 10 ? null : { from: at + 10, to: at + 10 + Number(data.readBigUInt64BE(at + 2)) }
}
