package fr.entecole.comptes.charte;

import fr.entecole.annuaire.Familles;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who has not answered the charter in a school, for its head alone: readers who have not accepted, and young children
/// for whom no guardian has answered. A reader who refused has not accepted either.
@Component
class ChartesDEcole {

    // Schools as an array: joined, PostgreSQL reads the pupils of the whole region. A pupil has answered by their own
    // account, or one of their guardians has for them.
    static final String MANQUANTS = """
            with vigueur as (
                select distinct on (texte) id, texte from comptes.charte
                 where langue = 'fr' and effet_le <= :jour order by texte, version desc),
            eleves as (
                select f.ecole_id, f.eleve_id, annuaire.petit(f.niveau) as petit from annuaire.present f
                 where f.ecole_id = any(array(
                       select d.ecole_id from annuaire.dirige d where d.personnel_id = :personnel)))
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

    private final Lectures lectures;
    private final Clock clock;
    private final Familles familles;

    ChartesDEcole(Lectures lectures, Clock clock, Familles familles) {
        this.lectures = lectures;
        this.clock = clock;
        this.familles = familles;
    }

    /// The classes of a school that this person directs, with who is missing in each; empty for anyone else.
    List<ReponsesDeClasse> of(UUID ecole, UUID personnel) {
        var classes = familles.ofEcole(ecole, personnel);
        Set<UUID> missing = new HashSet<>();
        if (!classes.isEmpty()) {
            lectures.read(missing(personnel)).forEach(m -> missing.add(m.eleve()));
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

    /// Pupils of the schools that this person directs from whom an answer is still missing.
    Lecture<List<Manquant>> missing(UUID personnel) {
        return Lecture.of(
                MANQUANTS,
                Map.of("jour", LocalDate.now(clock), "personnel", personnel),
                (rs, _) -> new Manquant(
                        Objects.requireNonNull(rs.getObject("ecole_id", UUID.class)),
                        Objects.requireNonNull(rs.getObject("eleve_id", UUID.class)),
                        rs.getBoolean("petit")));
    }

    record Manquant(UUID ecole, UUID eleve, boolean petit) {}

    /// @param familles pupils whose guardians have not answered
    /// @param lecteurs pupils who read and have not accepted
    record ReponsesDeClasse(String libelle, String ecole, int effectif, List<String> familles, List<String> lecteurs) {

        int manquants() {
            return familles.size() + lecteurs.size();
        }
    }
}
