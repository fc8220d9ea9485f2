-- In:  KEYS lease. ARGV token.
-- Out: 1 if the lease was ours, else 0.
-- The one promise: nobody gives back a lease that another has taken meanwhile.
if redis.call('get', KEYS[1]) == ARGV[1] then
  return redis.call('del', KEYS[1])
end
return 0
