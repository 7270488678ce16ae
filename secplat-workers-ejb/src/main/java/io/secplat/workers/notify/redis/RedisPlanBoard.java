package io.secplat.workers.notify.redis;

import io.lettuce.core.SetArgs;
import io.secplat.contracts.notifier.RunningRoutes;
import io.secplat.stream.redis.RedisLink;
import io.secplat.workers.notify.route.PlanBoard;

/** The plan as JSON in one key, which is gone when nobody renews it. Of several notifiers the last to tell is seen. */
public record RedisPlanBoard(RedisLink link) implements PlanBoard {

    @Override
    public void show(RunningRoutes routes) {
        String value = routes.json().toString();
        String unused = link.ask(redis -> redis.set(RunningRoutes.KEY, value, SetArgs.Builder.ex(RunningRoutes.KEPT)));
    }
}
