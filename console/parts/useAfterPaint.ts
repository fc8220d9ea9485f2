import { useEffect, useState } from 'preact/hooks'

/** Follows a value once what it led to has been painted: for what stands beside, and need not be waited for. */
export function useAfterPaint<T>(value: T | null): T | null {
  const [painted, setPainted] = useState(value)
  useEffect(() => setPainted(value), [value])
  return value === null || painted === null ? value : painted
}
