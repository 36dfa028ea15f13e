package fr.entecole.annuaire.classes;

import fr.entecole.annuaire.noms.Collegue;
import fr.entecole.annuaire.noms.Enseignant;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may be attached to a class and is not yet. A feed may give a class another number: whoever taught most of its
/// pupils until that day comes first.
@Component
class LectureDesRattachables {

    // Who may teach here: teachers, and the head; not an assistant, whom no class is given to.
    private static final String EQUIPE = """
            with avant as materialized (
                select p.classe_id
                  from annuaire.inscrit i
                  join annuaire.classe c on c.id = i.classe_id
                  join annuaire.eleve_classe n
                    on n.classe_id = i.classe_id and n.eleve_id = i.eleve_id and n.fini_le is null
                  join annuaire.eleve_classe p on p.eleve_id = i.eleve_id and p.fini_le = n.depuis
                  join annuaire.classe k on k.id = p.classe_id and k.annee = c.annee and k.archivee_le is not null
                 where i.classe_id = :classe
                 group by p.classe_id
                having count(*) * 2 > (select count(*) from annuaire.inscrit x where x.classe_id = :classe))
            select p.id, p.civilite, p.prenom, p.nom, p.courriel, p.date_naissance,
                   exists (select 1 from annuaire.enseignement n
                            where n.personnel_id = p.id and n.fini_le is null
                              and n.classe_id in (select classe_id from avant)) as gardait,
                   array(select c.libelle from annuaire.enseigne n join annuaire.classe c on c.id = n.classe_id
                          where n.personnel_id = p.id and n.ecole_id = s.id order by c.libelle) as classes
              from annuaire.peut_enseigner q
              join annuaire.structure s on s.id = q.ecole_id
              join annuaire.personnel p on p.id = q.personnel_id
             where q.ecole_id = :ecole
               and (:partout or exists (select 1 from annuaire.dirige d
                                         where d.personnel_id = :qui and d.ecole_id = s.id))
               and not exists (select 1 from annuaire.enseignement n
                                where n.personnel_id = p.id and n.classe_id = :classe and n.fini_le is null)
             order by gardait desc,
                      exists (select 1 from annuaire.enseigne n where n.personnel_id = p.id and n.ecole_id = s.id),
                      p.nom collate "fr-x-icu", p.prenom
            """;

    private final JdbcClient jdbc;

    LectureDesRattachables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Who taught its pupils until now first, then those without class.
    List<Membre> of(Utilisateur utilisateur, UUID ecole, UUID classe) {
        var membres = jdbc.sql(EQUIPE)
                .param("partout", DirectionAccess.everywhere(utilisateur))
                .param("ecole", ecole)
                .param("classe", classe)
                .param("qui", utilisateur.personneId())
                .query((rs, _) -> {
                    var enseignant = new Enseignant(
                            Noms.civil(rs.getString("civilite"), rs.getString("prenom"), rs.getString("nom")),
                            Noms.personne(rs.getString("nom")));
                    return new Membre(
                            new Collegue(
                                    Colonnes.uuid(rs, "id"),
                                    Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                                    rs.getString("courriel"),
                                    rs.getObject("date_naissance", LocalDate.class)),
                            enseignant.civil(),
                            "",
                            rs.getBoolean("gardait"),
                            Colonnes.strings(rs, "classes").stream()
                                    .map(libelle -> Noms.classe(libelle, List.of(enseignant)))
                                    .toList());
                })
                .list();
        return apart(membres);
    }

    /// Two who are called alike are said by their first names too, then by what tells them apart.
    private static List<Membre> apart(List<Membre> membres) {
        Map<String, Long> times = membres.stream().collect(Collectors.groupingBy(Membre::civil, Collectors.counting()));
        var said = Collegue.apart(membres.stream().map(Membre::qui).toList());
        return membres.stream()
                .map(m -> times.getOrDefault(m.civil(), 1L) < 2
                        ? m
                        : new Membre(
                                m.qui(),
                                m.qui().nom(),
                                Objects.requireNonNullElse(said.get(m.id()), ""),
                                m.gardait(),
                                m.classes()))
                .toList();
    }

    /// @param civil "Mme Estève"; with the first name where two are called so
    /// @param precision where two bear the same name
    /// @param gardait taught most of its pupils until they came under this number
    record Membre(Collegue qui, String civil, String precision, boolean gardait, List<String> classes) {

        UUID id() {
            return qui.id();
        }
    }
}
