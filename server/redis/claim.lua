-- In:  KEYS open, epoch, lease. ARGV how many to return, token, for how long (ms).
-- Out: nil if the line was forgotten, 'held' if somebody else has the lease, else the first conversations that nobody is being asked
--      about, in order.
-- The one promise: whoever gets conversations has the lease of their team; nobody holds one over an empty line.
if redis.call('exists', KEYS[2]) == 0 then
  return false
end
local heads = redis.call('zrange', KEYS[1], 0, ARGV[1] - 1)
if #heads > 0 and not redis.call('set', KEYS[3], ARGV[2], 'NX', 'PX', ARGV[3]) then
  return 'held'
end
return heads
