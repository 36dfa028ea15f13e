package fr.entecole.comptes.charte;

import com.github.benmanes.caffeine.cache.Cache;
import fr.entecole.annuaire.Familles;
import fr.entecole.comptes.Etats;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Memoire;
import fr.entecole.socle.Memoire.Gardee;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Who has not answered the charter in a school, for its head alone: readers who have not accepted, and young children
/// for whom no guardian has answered. A reader who refused has not accepted either.
@Component
class ChartesDEcole {

    // Schools as an array: joined, PostgreSQL reads the pupils of the whole region. A pupil has answered by their own
    // account, or one of their guardians has for them.
    private static final String MANQUANTS = """
            with vigueur as (
                select distinct on (texte) id, texte from comptes.charte
                 where langue = 'fr' and effet_le <= :jour order by texte, version desc),
            eleves as (
                select f.ecole_id, f.eleve_id, annuaire.petit(f.niveau) as petit from annuaire.present f
                 where f.ecole_id = any(:ecoles))
            select e.ecole_id, e.eleve_id, e.petit from eleves e
             where not exists (
                   select 1 from comptes.accord a join vigueur v on v.id = a.charte_id
                    where e.petit and a.eleve_id = e.eleve_id and v.texte = 'ELEVE_CYCLE_1_2')
               and not exists (
                   select 1 from comptes.compte c
                     join comptes.accord a on a.compte_id = c.id and a.eleve_id is null and a.reponse = 'ACCEPTEE'
                     join vigueur v on v.id = a.charte_id
                    where not e.petit and c.personne_id = e.eleve_id and v.texte = 'ELEVE_CYCLE_3')
            """;

    private static final String COMPTES = """
            select k.ecole_id, count(m.eleve_id) filter (where m.petit) as familles,
                   count(m.eleve_id) filter (where not m.petit) as lecteurs
              from unnest(:ecoles::uuid[]) k (ecole_id) left join (%s) m on m.ecole_id = k.ecole_id
             group by k.ecole_id
            """.formatted(MANQUANTS);

    private final Lectures lectures;
    private final Clock clock;
    private final Familles familles;
    private final Etats etats;
    private final Memoire<UUID, Manque> manques;

    ChartesDEcole(Lectures lectures, Clock clock, Familles familles, Etats etats, Cache<UUID, Gardee<Manque>> manques) {
        this.lectures = lectures;
        this.clock = clock;
        this.familles = familles;
        this.etats = etats;
        this.manques = new Memoire<>(manques);
    }

    @Bean
    static Cache<UUID, Gardee<Manque>> manquesGardes() {
        return Memoire.cache();
    }

    /// The classes of a school that this person directs, with who is missing in each; empty for anyone else.
    List<ReponsesDeClasse> of(UUID ecole, UUID personnel) {
        var classes = familles.ofEcole(ecole, personnel);
        Set<UUID> missing = new HashSet<>();
        if (!classes.isEmpty()) {
            missing.addAll(lectures.read(missing(Set.of(ecole))));
        }
        return classes.stream().map(c -> classe(c, missing)).toList();
    }

    private static ReponsesDeClasse classe(Familles.Classe classe, Collection<UUID> missing) {
        var left =
                classe.eleves().stream().filter(e -> missing.contains(e.id())).toList();
        return new ReponsesDeClasse(
                classe.libelle(),
                classe.ecole(),
                classe.eleves().size(),
                left.stream()
                        .filter(e -> petit(e.niveau()))
                        .map(Familles.Eleve::nomComplet)
                        .toList(),
                left.stream()
                        .filter(e -> !petit(e.niveau()))
                        .map(Familles.Eleve::nomComplet)
                        .toList());
    }

    private static boolean petit(@Nullable String niveau) {
        return fr.entecole.socle.Registre.ofNiveau(niveau).petits();
    }

    /// How many answers are missing in each of these schools: counted once as long as nothing moves there.
    Lecture<Map<UUID, Manque>> counts(Collection<UUID> ecoles) {
        return manques.of(etats.of(ecoles), this::counted);
    }

    Lecture<Map<UUID, Manque>> counted(Collection<UUID> ecoles) {
        return Lecture.of(
                        COMPTES,
                        Map.of("jour", LocalDate.now(clock), "ecoles", ecoles.toArray(UUID[]::new)),
                        (rs, _) -> Map.entry(
                                Colonnes.uuid(rs, "ecole_id"),
                                new Manque(rs.getInt("familles"), rs.getInt("lecteurs"))))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Lecture<List<UUID>> missing(Collection<UUID> ecoles) {
        return Lecture.of(
                MANQUANTS,
                Map.of("jour", LocalDate.now(clock), "ecoles", ecoles.toArray(UUID[]::new)),
                (rs, _) -> Colonnes.uuid(rs, "eleve_id"));
    }

    /// @param familles young children for whom no guardian has answered
    /// @param lecteurs pupils who read and have not accepted
    record Manque(int familles, int lecteurs) {

        boolean nothing() {
            return familles + lecteurs == 0;
        }
    }

    /// @param familles pupils whose guardians have not answered
    /// @param lecteurs pupils who read and have not accepted
    record ReponsesDeClasse(String libelle, String ecole, int effectif, List<String> familles, List<String> lecteurs) {

        int manquants() {
            return familles.size() + lecteurs.size();
        }
    }
}
