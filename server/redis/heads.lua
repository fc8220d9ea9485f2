-- In:  KEYS open of one kind, epoch. ARGV how many to skip, how many to return.
-- Out: nil if the line was forgotten, else the first conversations that nobody is being asked about, in order.
-- The one promise: a line that was forgotten is never taken for an empty one.
if redis.call('exists', KEYS[2]) == 0 then
  return false
end
return redis.call('zrange', KEYS[1], ARGV[1], ARGV[1] + ARGV[2] - 1)
