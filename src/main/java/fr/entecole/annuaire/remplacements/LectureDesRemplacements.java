package fr.entecole.annuaire.remplacements;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Collegue;
import fr.entecole.annuaire.noms.Enseignants;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a head reads of the replacements of their school: those that are not over, whom one may name, and for which
/// class.
@Component
public class LectureDesRemplacements {

    // Those of the school and of its circonscription, where replacement teachers are; of its other schools, who bears
    // the name that was typed. Whoever teaches the class needs no naming.
    private static final String NOMMABLES = """
            with ici as (select id, circonscription_id from annuaire.structure where id = :ecole),
            qui as (
                select x.personnel_id, true as ici from annuaire.exerce x where x.structure_id = :ecole
                union all
                select x.personnel_id, false from ici join annuaire.exerce x on x.structure_id = ici.circonscription_id
                union all
                select p.id, false
                  from annuaire.personnel p
                 where (p.id = :personnel or :cherche <> '' and p.mots @@ annuaire.demande(:cherche))
                   and exists (select 1 from ici
                                 join annuaire.structure s on s.circonscription_id = ici.circonscription_id
                                 join annuaire.exerce x on x.structure_id = s.id and x.personnel_id = p.id))
            select p.id, p.civilite, p.prenom, p.nom, p.courriel, p.date_naissance, bool_or(q.ici) as ici,
                   (select min(coalesce(s.nom_usage, s.nom_courant)) from annuaire.exerce x
                      join annuaire.structure s on s.id = x.structure_id where x.personnel_id = p.id) as ou
              from qui q
              join annuaire.personnel p on p.id = q.personnel_id and p.suspendu_le is null
             where p.enseignant is not false
                or exists (select 1 from annuaire.exerce x
                            where x.personnel_id = p.id and x.structure_id = :ecole
                              and x.code in ('Remplacement', 'REM'))
             group by p.id
             order by bool_or(q.ici), p.nom collate "fr-x-icu", p.prenom, p.id
            """;

    private final JdbcClient jdbc;

    LectureDesRemplacements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The school's name and its classes, if this person directs it or is of the region.
    Optional<Ecole> ecole(UUID ecole, Utilisateur utilisateur) {
        var classes = jdbc.sql("""
                        select coalesce(s.nom_usage, s.nom_courant) as nom, co.nom as commune, c.id, c.libelle,
                               en.enseignants
                          from annuaire.structure s
                          left join annuaire.commune co on co.insee = s.commune_insee
                          left join annuaire.classe c on c.structure_id = s.id and c.archivee_le is null
                          left join lateral annuaire.enseignants(c.id) en on true
                         where s.id = :ecole and s.genre = 'ECOLE'
                           and (:partout or exists (select 1 from annuaire.dirige d
                                                     where d.ecole_id = s.id and d.personnel_id = :qui))
                         order by c.libelle
                        """)
                .param("ecole", ecole)
                .param("partout", utilisateur.is(Profil.ADMINISTRATEUR))
                .param("qui", utilisateur.personneId())
                .query((rs, _) -> new Ligne(
                        Noms.ecole(rs.getString("nom"), rs.getString("commune")),
                        rs.getObject("id") == null ? null : classe(rs)))
                .list();
        return classes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Ecole(
                        ecole,
                        classes.getFirst().nom(),
                        classes.stream()
                                .map(Ligne::classe)
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private static Classe classe(ResultSet rs) throws SQLException {
        var enseignants = Enseignants.read(rs);
        return new Classe(Colonnes.uuid(rs, "id"), Noms.classe(rs.getString("libelle"), enseignants));
    }

    /// Those that are not over, in the order in which they come.
    public List<Remplacement> of(UUID ecole, LocalDate today) {
        return jdbc.sql("""
                        select r.id, r.personnel_id, r.du, r.au, p.civilite, p.prenom, p.nom, c.libelle, en.enseignants
                          from annuaire.remplacement r
                          join annuaire.personnel p on p.id = r.personnel_id
                          join annuaire.classe c on c.id = r.classe_id
                         cross join lateral annuaire.enseignants(c.id) en
                         where r.ecole_id = :ecole and r.fini_le is null and r.au >= :jour
                         order by r.du, c.libelle, r.id
                        """)
                .param("ecole", ecole)
                .param("jour", today)
                .query((rs, _) -> new Remplacement(
                        Colonnes.uuid(rs, "id"),
                        Colonnes.uuid(rs, "personnel_id"),
                        Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                        Noms.classe(rs.getString("libelle"), Enseignants.read(rs)),
                        rs.getObject("du", LocalDate.class),
                        rs.getObject("au", LocalDate.class)))
                .list();
    }

    /// Those whom the head may name.
    ///
    /// @param cherche beginning of a name, to find who works in another school of the circonscription; empty for none
    /// @param personnel whoever was chosen, found without their name
    List<Nommable> nommables(UUID ecole, String cherche, @Nullable UUID personnel) {
        var all = jdbc.sql(NOMMABLES)
                .param("ecole", ecole)
                .param("cherche", cherche)
                .param("personnel", personnel)
                .query((rs, _) -> {
                    var qui = new Collegue(
                            Colonnes.uuid(rs, "id"),
                            Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                            rs.getString("courriel"),
                            rs.getObject("date_naissance", LocalDate.class));
                    var ou = rs.getString("ou");
                    return new Nommable(qui, "", ou == null ? "" : Noms.ecole(ou, null), rs.getBoolean("ici"));
                })
                .list();
        var said = Collegue.apart(all.stream().map(Nommable::qui).toList());
        return all.stream()
                .map(n -> new Nommable(n.qui(), said.getOrDefault(n.id(), ""), n.ou(), n.ici()))
                .toList();
    }

    record Ecole(UUID id, String nom, List<Classe> classes) {

        Optional<Classe> classe(UUID id) {
            return classes.stream().filter(c -> c.id().equals(id)).findFirst();
        }
    }

    record Classe(UUID id, String libelle) {}

    private record Ligne(String nom, @Nullable Classe classe) {}

    /// @param precision where two bear the same name
    /// @param ici works in the school
    record Nommable(Collegue qui, String precision, String ou, boolean ici) {

        UUID id() {
            return qui.id();
        }

        String nom() {
            return precision.isEmpty() ? qui.nom() : qui.nom() + ", " + precision;
        }
    }

    /// @param qui "Paul Séguier"
    /// @param classe "CM1 Mme Estève"
    public record Remplacement(UUID id, UUID personnel, String qui, String classe, LocalDate du, LocalDate au) {

        public boolean begun(LocalDate today) {
            return !du.isAfter(today);
        }

        /// "du mardi 24 novembre au vendredi 27 novembre"
        public String jours() {
            return du.equals(au) ? t("le {0}", Dates.jour(du)) : t("du {0} au {1}", Dates.jour(du), Dates.jour(au));
        }
    }
}
