package fr.entecole.liaison;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Colonnes;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which pupils may be shown: what a room that publishes images asks each time, and again each time that it shows them.
/// A pupil may be shown when each guardian in force that day has said « oui » to the project, and none has taken it
/// back. Nobody known, nobody asked, one « non »: no.
@Component
public class Autorisations {

    /// Asked by a project of that day and medium, and of none of them a guardian who has not said « oui ».
    private static final String MONTRABLES = """
            select e.id
              from unnest(:eleves::uuid[]) e (id)
              join annuaire.present s on s.eleve_id = e.id
             where exists (select 1 from annuaire.autorite(:jour) a where a.eleve_id = e.id)
               and exists (select 1 from liaison.projet p
                             join liaison.autorisation x on x.projet_id = p.id and x.eleve_id = e.id and x.fini_le is null
                            where p.ecole_id = s.ecole_id and p.retire_le is null
                              and :jour between p.du and p.au and :support = any(p.supports)
                              and (p.id = any(:projets) or cardinality(:projets::uuid[]) = 0))
               and not exists (
                   select 1 from liaison.projet p
                     join liaison.autorisation x on x.projet_id = p.id and x.eleve_id = e.id and x.fini_le is null
                     cross join lateral (
                         select 1 from annuaire.autorite(:jour) a
                          where a.eleve_id = e.id
                            and not exists (select 1 from liaison.autorisation o
                                             where o.projet_id = p.id and o.eleve_id = e.id and o.fini_le is null
                                               and o.personne_id = a.responsable_id and o.sens = 'OUI')) manque
                    where p.ecole_id = s.ecole_id and p.retire_le is null
                      and :jour between p.du and p.au and :support = any(p.supports)
                      and (p.id = any(:projets) or cardinality(:projets::uuid[]) = 0))
            """;

    private final JdbcClient jdbc;

    Autorisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of these pupils who may be shown by this medium on that day. One statement.
    ///
    /// @param projet the project for which it is published; null where the room knows none: then every project of that
    ///     medium in which the child stands must say yes
    public Set<UUID> shown(Collection<UUID> eleves, Support support, LocalDate jour, @Nullable UUID projet) {
        return new HashSet<>(jdbc.sql(MONTRABLES)
                .param("eleves", eleves.toArray(UUID[]::new))
                .param("jour", jour)
                .param("support", support.name())
                .param("projets", projet == null ? new UUID[0] : new UUID[] {projet})
                .query((rs, _) -> Colonnes.uuid(rs, "id"))
                .list());
    }

    /// Where a child is seen or heard.
    public enum Support {
        /// albums and pages that families of the class alone open
        ENT,
        /// the school's public page
        SITE,
        AFFICHAGE,
        PRESSE,
        VIDEO;

        public String libelle() {
            return switch (this) {
                case ENT -> t("L’ENT, pour les familles de la classe");
                case SITE -> t("La page publique de l’école");
                case AFFICHAGE -> t("L’affichage dans l’école");
                case PRESSE -> t("La presse, le bulletin municipal");
                case VIDEO -> t("Un film ou un enregistrement");
            };
        }

        /// Several in one line, the first of which begins it.
        public static String libelles(List<Support> several) {
            return several.isEmpty()
                    ? ""
                    : Stream.concat(
                                    Stream.of(several.getFirst().libelle()),
                                    several.stream().skip(1).map(Support::dansUneLigne))
                            .collect(Collectors.joining(t("\u00a0; ")));
        }

        private String dansUneLigne() {
            return switch (this) {
                case ENT -> t("l’ENT, pour les familles de la classe");
                case SITE -> t("la page publique de l’école");
                case AFFICHAGE -> t("l’affichage dans l’école");
                case PRESSE -> t("la presse, le bulletin municipal");
                case VIDEO -> t("un film ou un enregistrement");
            };
        }
    }
}
