package fr.entecole.socle.contrats;

import fr.entecole.socle.Lecture;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What leaves by itself all day, on whichever node is free: unlike a [Travail] it has no hour, so what tells how it
/// goes is what waits. The module `travaux` shows the beans of this contract to the region, and tells what is late.
public interface EnContinu {

    /// What it does, as the region’s administrator reads it: « Remettre les messages à leur heure ».
    String phrase();

    /// What should have left by now. Of a few rows by an index, however many there are: it counts up to [#MOST].
    Lecture<Attente> attente(Instant now);

    /// Whether this installation does it: without a mail server no letter leaves, and none is late.
    default boolean enMarche() {
        return true;
    }

    /// Waiting things are counted up to here: more are « more than ».
    int MOST = 10_000;

    /// @param select gives a column `depuis`, the instant since when a thing waits, oldest first; `:now` is the instant
    static Lecture<Attente> waiting(String select, Instant now) {
        return Lecture.of(
                        "select count(*) as combien, min(depuis) as depuis from (" + select + " limit " + (MOST + 1)
                                + ") w",
                        Map.of("now", now.atOffset(ZoneOffset.UTC)),
                        (rs, _) -> {
                            var depuis = rs.getObject("depuis", OffsetDateTime.class);
                            return new Attente(rs.getInt("combien"), depuis == null ? null : depuis.toInstant());
                        })
                .map(List::getFirst);
    }

    /// @param combien things, [#MOST] and one more at most
    /// @param depuis since when the oldest waits; null when none does
    record Attente(int combien, @Nullable Instant depuis) {}
}
