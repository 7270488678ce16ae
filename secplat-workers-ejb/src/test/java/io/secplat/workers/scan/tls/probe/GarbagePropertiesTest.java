package io.secplat.workers.scan.tls.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.secplat.workers.scan.tls.rating.CipherSuites;
import io.secplat.workers.scan.tls.rating.Protocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes come, they are an answer or an IOException, and a look at the server ends. */
class GarbagePropertiesTest {

    @Property
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
        assertThatCode(() -> readOrRefuse(bytes)).doesNotThrowAnyException();
    }

    @Property
    void a_flight_with_wrong_bytes_in_it_is_read_or_refused(@ForAll("damaged") byte[] bytes) {
        assertThatCode(() -> readOrRefuse(bytes)).doesNotThrowAnyException();
    }

    @Property(tries = 200)
    void a_look_at_a_server_of_garbage_ends_within_its_budget(@ForAll("damaged") byte[] bytes) throws Exception {
        Sight sight = new TlsProbe(answering(bytes), Optional.empty(), still(), text -> {}).look();

        assertThat(sight.connections()).isBetween(1, Budget.MOST_CONNECTIONS);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        byte[] sound = flight();
        return Arbitraries.integers()
                .between(0, sound.length - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(places -> Arbitraries.bytes().map(value -> {
                    byte[] copy = sound.clone();
                    places.forEach(place -> copy[place] = value);
                    return copy;
                }));
    }

    @Provide
    Arbitrary<byte[]> records() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
    }

    @Property
    void any_message_in_a_sound_record_is_read_or_refused(@ForAll("records") byte[] content, @ForAll byte type) {
        byte[] message = new Octets().u8(type).u24(content.length).raw(content).bytes();
        byte[] record = new Octets().u8(22).u16(0x0303).short16(message).bytes();
        byte[] after = new Octets().raw(sound(0)).raw(record).bytes();

        assertThatCode(() -> readOrRefuse(record)).doesNotThrowAnyException();
        assertThatCode(() -> readOrRefuse(after)).doesNotThrowAnyException();
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            assertThat(ServerFlight.read(new ByteArrayInputStream(bytes)).suite())
                    .isNotNull();
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
        try {
            assertThat(Ssl2.read(new ByteArrayInputStream(bytes))).isNotNull();
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    private static byte[] flight() {
        byte[] exchange = new Octets()
                .u8(3)
                .u16(23)
                .short8(new byte[65])
                .short16(new byte[64])
                .bytes();
        byte[] certificate = new Octets().u24(13).u24(10).raw(new byte[10]).bytes();
        return new Octets()
                .raw(sound(12))
                .raw(record(11, certificate))
                .raw(record(12, exchange))
                .raw(record(14, new byte[0]))
                .bytes();
    }

    private static byte[] sound(int extensionBytes) {
        int suite = CipherSuites.of(Protocol.TLS_1_2).get(0).code();
        Octets hello = new Octets()
                .u16(0x0303)
                .raw(new byte[32])
                .short8(new byte[4])
                .u16(suite)
                .u8(0);
        if (extensionBytes > 0) {
            hello.short16(new Octets()
                    .u16(0xFF01)
                    .short16(new byte[extensionBytes - 4])
                    .bytes());
        }
        return record(2, hello.bytes());
    }

    private static byte[] record(int type, byte[] body) {
        byte[] message = new Octets().u8(type).u24(body.length).raw(body).bytes();
        return new Octets().u8(22).u16(0x0303).short16(message).bytes();
    }

    private static Line answering(byte[] bytes) {
        return new Line() {
            @Override
            public <T> T ask(byte[] greeting, Reader<T> reader) throws IOException {
                InputStream answer = new ByteArrayInputStream(bytes);
                return reader.read(answer);
            }
        };
    }

    private static Clock still() {
        return Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    }
}
