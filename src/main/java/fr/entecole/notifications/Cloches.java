package fr.entecole.notifications;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import fr.entecole.comptes.Fraicheur;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Page;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Canal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// How many lines each account has not read, as this node knows it: a page asks for it without a statement, as long as
/// nothing has changed of that account on any node (ADR 0041).
@Component
class Cloches implements Page.Cloche, Canal {

    private static final String CANAL = "notifications";
    private static final int MOST = 50_000;
    private static final String COUNT = """
            select personne_id, count(*)::int as combien from notifications.ligne
             where compte_id = :compte and lue_le is null and retiree_le is null
             group by personne_id
            """;

    private final Lectures lectures;
    private final Fraicheur fraicheur;
    private final Cache<UUID, Map<UUID, Integer>> nonLues;

    Cloches(Lectures lectures, Fraicheur fraicheur, Cache<UUID, Map<UUID, Integer>> nonLues) {
        this.lectures = lectures;
        this.fraicheur = fraicheur;
        this.nonLues = nonLues;
    }

    /// By account, how many for each person of the directory that it is.
    @Bean
    static Cache<UUID, Map<UUID, Integer>> clochesLues(Fraicheur fraicheur) {
        return Caffeine.newBuilder()
                .expireAfter(Expiry.<UUID, Map<UUID, Integer>>creating((_, _) -> fraicheur.duration()))
                .maximumSize(MOST)
                .build();
    }

    @Override
    public @Nullable Integer nonLues(Utilisateur utilisateur) {
        try {
            var known = Objects.requireNonNull(fraicheur.read(nonLues, utilisateur.compteId(), this::count));
            return sum(known, utilisateur);
        } catch (DataAccessException | TransactionException _) {
            return null; // the page says why nothing works; its header must not
        }
    }

    /// Whether the node knows that this person has read all: it asks nothing.
    boolean knownEmpty(Utilisateur utilisateur) {
        var known = nonLues.getIfPresent(utilisateur.compteId());
        return known != null && known.isEmpty();
    }

    void forget(UUID compte) {
        fraicheur.changed(nonLues);
        nonLues.invalidate(compte);
    }

    private Map<UUID, Integer> count(UUID compte) {
        return lectures.read(lecture(compte));
    }

    private static Lecture<Map<UUID, Integer>> lecture(UUID compte) {
        return Lecture.of(
                        COUNT,
                        Map.of("compte", compte),
                        (rs, _) -> Map.entry(Colonnes.uuid(rs, "personne_id"), rs.getInt("combien")))
                .map(counts ->
                        counts.stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// For a home, which reads all that it needs in one round trip: what the header will ask is known by then.
    Lecture<Boolean> toKnow(Utilisateur utilisateur) {
        var compte = utilisateur.compteId();
        if (nonLues.getIfPresent(compte) != null) {
            return Lecture.known(true);
        }
        long before = fraicheur.now(nonLues);
        return lecture(compte).map(counts -> {
            fraicheur.keep(nonLues, compte, counts, before);
            return true;
        });
    }

    private static int sum(Map<UUID, Integer> known, Utilisateur utilisateur) {
        return utilisateur.personnes().stream()
                .mapToInt(personne -> known.getOrDefault(personne, 0))
                .sum();
    }

    @Override
    public String nom() {
        return CANAL;
    }

    @Override
    public void hears(String parole) {
        fraicheur.changed(nonLues);
        for (var compte : parole.split(" ")) {
            if (!compte.isEmpty()) {
                nonLues.invalidate(UUID.fromString(compte));
            }
        }
    }

    @Override
    public void deaf() {
        nonLues.invalidateAll();
    }
}
