package io.sandtable.ingest.mqtt;

import io.sandtable.ingest.IngestSettings.Login;
import io.sandtable.ingest.message.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.NoCacheLoginException;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Who may do what at the embedded broker: the feed everything, a source nothing but send below our topics. */
final class Door implements ActiveMQSecurityManager5 {
    private static final UserPrincipal FEED = new UserPrincipal("feed");
    private static final UserPrincipal SOURCE = new UserPrincipal("source");

    /** What Artemis asks when somebody publishes; the address is made with the first message to it. */
    private static final Set<CheckType> SENDING = EnumSet.of(CheckType.SEND, CheckType.CREATE_ADDRESS);

    private static final String OURS = Topic.ROOT + ".";
    private static final String RETAINED = "$sys.mqtt.retain." + OURS;

    private final Login feed;
    private final Optional<Login> source;

    /** @param source what sources must give; empty lets everybody in who reaches the port */
    Door(Optional<Login> source) {
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        this.feed = new Login("sandtable-feed", HexFormat.of().formatHex(secret));
        this.source = source;
    }

    /** Known to nobody but this process, another one at each start. */
    Login feed() {
        return feed;
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user, @Nullable String password, RemotingConnection connection, @Nullable String domain)
            throws NoCacheLoginException {
        if (is(feed, user, password)) {
            return subject(FEED);
        }
        if (source.isEmpty() || is(source.get(), user, password)) {
            return subject(SOURCE);
        }
        return null;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType asked, String address) {
        return subject.getPrincipals().contains(FEED)
                || (SENDING.contains(asked) && (address.startsWith(OURS) || address.startsWith(RETAINED)));
    }

    @Override
    public boolean validateUser(String user, String password) {
        return is(feed, user, password)
                || source.map(login -> is(login, user, password)).orElse(true);
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType asked) {
        return is(feed, user, password);
    }

    private static Subject subject(UserPrincipal role) {
        var subject = new Subject();
        subject.getPrincipals().add(role);
        return subject;
    }

    private static boolean is(Login login, @Nullable String user, @Nullable String password) {
        // both are compared always, and in constant time: the answer's delay says nothing
        return same(login.user(), user) & same(login.password(), password);
    }

    private static boolean same(String expected, @Nullable String found) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                (found == null ? "" : found).getBytes(StandardCharsets.UTF_8));
    }
}
