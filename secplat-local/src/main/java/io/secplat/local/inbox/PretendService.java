package io.secplat.local.inbox;

import io.secplat.local.http.Call;

/** One of the services whose place the inbox takes; judges calls as the real one would. */
interface PretendService {

    String name();

    boolean owns(String path);

    Verdict judge(Call call);
}
