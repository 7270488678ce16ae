package io.secplat.api.schedules;

import io.secplat.api.request.Caller;
import io.secplat.api.request.IdPage;
import io.secplat.contracts.model.JobType;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The schedules. Every change is audited; {@code SCHEDULE_UNKNOWN} when it is not there. */
public interface Schedules {

    /** Newest first, one more than the page shows. */
    List<Schedule> page(Optional<String> assetKey, IdPage page);

    /** {@code ASSET_UNKNOWN} without its asset, {@code CONFLICT} when the asset has one of that type. */
    Schedule make(int assetId, JobType type, Schedule.Rule rule, Caller caller);

    /** Changes what somebody wants; the next run is counted from now. */
    Schedule change(int id, UnaryOperator<Schedule.Rule> change, Caller caller);

    /** Its jobs stay. */
    void delete(int id, Caller caller);
}
