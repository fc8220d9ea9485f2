-- In:  KEYS open, epoch, lease, opened. ARGV how many of each kind to return, token, for how long (ms).
-- Out: nil if the line was forgotten, 'held' if somebody else has the lease, else a list for each kind that somebody waits among:
--      the first conversations that nobody is being asked about, in order, and after them the name of the kind.
-- The one promise: whoever gets conversations has the lease of their team; nobody holds one over an empty line.
if redis.call('exists', KEYS[2]) == 0 then
  return false
end
local found = {}
local function look(kind, key)
  local heads = redis.call('zrange', key, 0, ARGV[1] - 1)
  if #heads > 0 then
    heads[#heads + 1] = kind
    found[#found + 1] = heads
  elseif kind ~= '' then
    redis.call('srem', KEYS[4], kind)
  end
end
look('', KEYS[1])
for _, kind in ipairs(redis.call('smembers', KEYS[4])) do
  look(kind, KEYS[1] .. '/' .. kind)
end
if #found > 0 and not redis.call('set', KEYS[3], ARGV[2], 'NX', 'PX', ARGV[3]) then
  return 'held'
end
return found
