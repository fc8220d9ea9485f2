-- In:  KEYS open, proposals, places, kinds. ARGV conversation, agent, offer, room of the agent, till (ms), team.
-- Out: 1 if the pair is proposed under this offer (now, or by the same call before), else 0.
-- The one promise: both or neither. The conversation is proposed to nobody else, and the agent has a place for it.
local known = redis.call('hget', KEYS[2], ARGV[1])
if known then
  return string.match(known, '^%S+') == ARGV[3] and 1 or 0
end
if tonumber(redis.call('hget', KEYS[3], ARGV[2]) or 0) >= tonumber(ARGV[4]) then
  return 0
end
local kind = redis.call('hget', KEYS[4], ARGV[1])
if redis.call('zrem', kind and KEYS[1] .. '/' .. kind or KEYS[1], ARGV[1]) == 0 then
  return 0
end
redis.call('hset', KEYS[2], ARGV[1], ARGV[3] .. ' ' .. ARGV[2] .. ' ' .. ARGV[5] .. ' ' .. ARGV[6])
redis.call('hincrby', KEYS[3], ARGV[2], 1)
return 1
