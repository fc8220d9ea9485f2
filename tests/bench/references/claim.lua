-- In:  KEYS waiting, agents by load. ARGV capacity.
-- Out: the first who waits and the least loaded agent, or nil.
-- The one promise: both or neither.
local agent = redis.call('zrange', KEYS[2], 0, 0, 'withscores')
if not agent[1] or tonumber(agent[2]) >= tonumber(ARGV[1]) then
  return false
end
local head = redis.call('zpopmin', KEYS[1])
if not head[1] then
  return false
end
redis.call('zincrby', KEYS[2], 1, agent[1])
return { head[1], agent[1] }
