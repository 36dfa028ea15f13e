package fr.entecole.annuaire;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.langue.Langue;
import fr.entecole.socle.memoire.Souvenirs;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the directory shows someone of their schools, read once as long as nothing moves there nor among the schools
/// (ADR 0029): a home asks for their numbers only, which the node remembers until they are told to have moved
/// (ADR 0091).
///
/// @param <K> whose it is
public final class MemoireDesEcoles<K, V> {

    // School by school: joined, PostgreSQL reads the numbers of the whole region.
    private static final String ETAT = """
            select k.ecole_id,
                   coalesce((select r.numero from annuaire.remaniement r where r.ecole_id = k.ecole_id), 0) as etat
              from unnest(:ecoles::uuid[]) k (ecole_id)
            """;

    private static final Set<String> MOTS = Set.of("remaniement");

    private final Memoire<Gardien<K>, V> memoire;
    private final Souvenirs souvenirs;
    private final Clock clock;

    /// @param gardees a bean, which tests empty
    public MemoireDesEcoles(Cache<Gardien<K>, Gardee<V>> gardees, Souvenirs souvenirs, Clock clock) {
        this.memoire = new Memoire<>(gardees);
        this.souvenirs = souvenirs;
        this.clock = clock;
    }

    /// @param ecoles the schools that it speaks of: when there are others than the reader's own, it is not kept
    public Lecture<V> of(Utilisateur lecteur, K qui, Lecture<V> read, Function<V, Collection<UUID>> ecoles) {
        var gardien = new Gardien<>(qui, Langue.courante());
        return memoire.of(
                        etat(lecteur.ecoles()).map(etat -> Map.of(gardien, etat)),
                        _ -> read.map(valeur -> Map.of(gardien, valeur)),
                        valeur -> lecteur.ecoles().containsAll(ecoles.apply(valeur)))
                .map(valeurs -> Objects.requireNonNull(valeurs.get(gardien)));
    }

    private Lecture<String> etat(Set<UUID> ecoles) {
        var asked =
                Stream.concat(Stream.of(Cle.PARTOUT), ecoles.stream().sorted()).toList();
        var jour = LocalDate.now(clock).toString();
        return souvenirs.ofSchools(ETAT, MOTS, asked).map(numeros -> {
            var etat = new StringBuilder(jour);
            asked.forEach(ecole -> etat.append(' ').append(ecole).append(' ').append(numeros.get(ecole)));
            return etat.toString();
        });
    }

    /// What it is, in the words of one language.
    public record Gardien<K>(K qui, Langue langue) {}
}
