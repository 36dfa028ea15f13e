package fr.entecole.annuaire.classes;

import fr.entecole.annuaire.Nature;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the last batches say is worth mending in ONDE about the people of a school, person by person.
@Component
class LectureDesSignalements {

    /// More than anyone mends in a sitting; the page says how many are left.
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    LectureDesSignalements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Pupils first, then guardians with the pupils of this school whom they answer for, then staff.
    List<Signalement> of(Utilisateur utilisateur, UUID ecole) {
        return jdbc.sql("""
                        select g.code, g.attribut, g.nature,
                               coalesce(e.prenom, r.prenom, p.prenom) as prenom, coalesce(e.nom, r.nom, p.nom) as nom,
                               (select jsonb_agg(jsonb_build_object('prenom', x.prenom, 'nom', x.nom) order by x.prenom)
                                  from annuaire.lien l
                                  join annuaire.eleve x on x.id = l.eleve_id and x.structure_id = g.structure_id
                                                       and x.suspendu_le is null
                                 where l.responsable_id = r.id and l.retire_le is null) as enfants,
                               array(select c.libelle from annuaire.eleve_classe ec
                                       join annuaire.classe c on c.id = ec.classe_id and c.archivee_le is null
                                      where ec.eleve_id = e.id and ec.fini_le is null order by c.libelle) as classes,
                               count(*) over () as nombre
                          from (select structure_id, nature, personne_id, code, attribut from annuaire.signalement
                                 where structure_id = :ecole
                                union all
                                select d.ecole_id, 'RESPONSABLE', d.responsable_id, 'doublon-probable', ''
                                  from annuaire.doublon d where d.ecole_id = :ecole) g
                          join annuaire.structure s on s.id = g.structure_id
                          left join annuaire.eleve e on g.nature = 'ELEVE' and e.id = g.personne_id
                          left join annuaire.responsable r on g.nature = 'RESPONSABLE' and r.id = g.personne_id
                          left join annuaire.personnel p on g.nature = 'PERSONNEL' and p.id = g.personne_id
                         where g.structure_id = :ecole
                           and (:partout or exists (select 1 from annuaire.dirige q
                                                   where q.personnel_id = :qui and q.ecole_id = s.id))
                         order by g.nature, coalesce(e.nom, r.nom, p.nom) collate "fr-x-icu",
                                  coalesce(e.prenom, r.prenom, p.prenom) collate "fr-x-icu", g.code, g.attribut
                         limit :most
                        """)
                .param("partout", DirectionAccess.everywhere(utilisateur))
                .param("ecole", ecole)
                .param("qui", utilisateur.personneId())
                .param("most", MOST)
                .query((rs, _) -> new Signalement(
                        Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                        Nature.valueOf(rs.getString("nature")),
                        Colonnes.list(rs, "enfants", Nomme[].class).stream()
                                .map(enfant -> Noms.complet(enfant.prenom, enfant.nom))
                                .toList(),
                        Colonnes.strings(rs, "classes").stream()
                                .map(libelle -> Noms.classe(libelle, List.of()))
                                .toList(),
                        MotsDesSignalements.of(rs.getString("code"), rs.getString("attribut")),
                        rs.getInt("nombre")))
                .list();
    }

    private record Nomme(String prenom, String nom) {}

    /// @param enfants of a guardian, in this school
    /// @param classes of a pupil
    /// @param nombre how many there are in all
    record Signalement(
            String nom,
            Nature nature,
            List<String> enfants,
            List<String> classes,
            MotsDesSignalements.Constat constat,
            int nombre) {

        @Nullable
        String precision() {
            return nature == Nature.ELEVE
                    ? String.join(", ", classes)
                    : nature == Nature.RESPONSABLE ? String.join(", ", enfants) : null;
        }
    }
}
