-- In:  KEYS line, open, proposals, places, kinds, teams. ARGV conversation, agent, offer, till (ms), team, turn, kind.
-- Out: nothing.
-- The one promise: the conversation waits at its turn and is proposed under this offer, which PostgreSQL has made, and under no other.
redis.call('sadd', KEYS[6], ARGV[5])
redis.call('zadd', KEYS[1], ARGV[6], ARGV[1])
local was = redis.call('hget', KEYS[5], ARGV[1])
redis.call('zrem', was and KEYS[2] .. '/' .. was or KEYS[2], ARGV[1])
if ARGV[7] == '' then
  redis.call('hdel', KEYS[5], ARGV[1])
else
  redis.call('hset', KEYS[5], ARGV[1], ARGV[7])
end
local known = redis.call('hget', KEYS[3], ARGV[1])
if known then
  local before = string.match(known, '^%S+ (%S+)')
  if redis.call('hincrby', KEYS[4], before, -1) <= 0 then
    redis.call('hdel', KEYS[4], before)
  end
end
redis.call('hset', KEYS[3], ARGV[1], ARGV[3] .. ' ' .. ARGV[2] .. ' ' .. ARGV[4] .. ' ' .. ARGV[5])
redis.call('hincrby', KEYS[4], ARGV[2], 1)
