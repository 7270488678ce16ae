package io.secplat.api.auth;

import io.secplat.api.request.Caller;
import java.util.List;
import java.util.Optional;

/** The users as administrators keep them. Each change is reported to the audit in its own transaction. */
public interface UserAccounts {

    /** What became of a change. */
    sealed interface Changed {

        record To(UserAccount account) implements Changed {}

        record Unknown() implements Changed {}

        /** Nothing was changed, since nobody who may administer would be left. */
        record LastAdmin() implements Changed {}
    }

    /** In the order of their names, those after that name. */
    List<UserAccount> page(int limit, Optional<String> after);

    /** Empty when there is a user of that name. */
    Optional<UserAccount> create(User user, Caller caller);

    /** Changes one user; two changes at the same time cannot take away the last two enabled admins. */
    Changed change(String userName, UserChange change, Caller caller);
}
