-- In:  KEYS line, open, proposals, teams, kinds, opened. ARGV conversation, turn, team, kind.
-- Out: nothing.
-- The one promise: afterwards the conversation waits at this turn, and is open to offers among its kind, and among no other,
-- unless it is being offered.
redis.call('sadd', KEYS[4], ARGV[3])
redis.call('zadd', KEYS[1], ARGV[2], ARGV[1])
local function among(kind)
  return kind == '' and KEYS[2] or KEYS[2] .. '/' .. kind
end
local was = redis.call('hget', KEYS[5], ARGV[1]) or ''
if was ~= ARGV[4] then
  redis.call('zrem', among(was), ARGV[1])
  if ARGV[4] == '' then
    redis.call('hdel', KEYS[5], ARGV[1])
  else
    redis.call('hset', KEYS[5], ARGV[1], ARGV[4])
  end
end
if redis.call('hexists', KEYS[3], ARGV[1]) == 0 then
  redis.call('zadd', among(ARGV[4]), ARGV[2], ARGV[1])
  if ARGV[4] ~= '' then
    redis.call('sadd', KEYS[6], ARGV[4])
  end
end
