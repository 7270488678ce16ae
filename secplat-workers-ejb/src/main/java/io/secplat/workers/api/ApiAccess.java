package io.secplat.workers.api;

import io.secplat.runtime.Role;
import io.secplat.runtime.StartStep;
import java.util.Optional;
import java.util.function.Function;

/** Refuses to start a role that asks the API and was not told where it is, or not given the password of its service user. */
record ApiAccess(Role role, ServiceAccount account, Function<String, Optional<String>> settings) implements StartStep {

    @Override
    public String name() {
        return "api-access-" + role.wire();
    }

    @Override
    public int order() {
        return SETTINGS;
    }

    @Override
    public void run() {
        require("API_URL", "where the API is, for example http://api.example.org:9080/api");
        require(
                account.passwordSetting(),
                "the password of the service user that the role " + role.wire() + " signs in as");
    }

    private void require(String setting, String meaning) {
        Optional<String> value = settings.apply(setting);
        if (value.filter(text -> !text.isBlank()).isEmpty()) {
            throw new IllegalStateException(setting + " is not set; it is " + meaning);
        }
    }
}
