package io.secplat.api.live;

class LocalLiveFeedTest implements LiveFeedContract {

    private final LiveFeed feed = new LocalLiveFeed(1_777_879_200_000L);

    @Override
    public LiveFeed feed() {
        return feed;
    }
}
