package fr.entecole.annuaire.saisies;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Collegue;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who works in a school today, by the feed or by hand.
@Component
class LectureDEquipe {

    private final JdbcClient jdbc;

    LectureDEquipe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The school's name, if this member of staff directs it; whoever asks for the region passes null.
    Optional<String> ecole(UUID ecole, @Nullable UUID personnel) {
        return jdbc.sql("""
                        select coalesce(s.nom_usage, s.nom_courant) as nom, c.nom as commune from annuaire.structure s
                          left join annuaire.commune c on c.insee = s.commune_insee
                         where s.id = :ecole and s.genre = 'ECOLE'
                           and (cast(:personnel as uuid) is null or exists (
                                select 1 from annuaire.dirige d
                                 where d.ecole_id = s.id and d.personnel_id = :personnel))
                        """)
                .param("ecole", ecole)
                .param("personnel", personnel)
                .query((rs, _) -> Noms.ecole(rs.getString("nom"), rs.getString("commune")))
                .optional();
    }

    List<Membre> membres(UUID ecole) {
        var membres = jdbc.sql("""
                        select p.id, p.prenom, p.nom, p.courriel, p.date_naissance, bool_or(f.directeur) as directeur,
                               bool_and(f.source = 'MANUEL') as a_la_main,
                               bool_or(f.code in ('ENS', 'DOC', 'D0000')) as enseigne,
                               string_agg(distinct case when f.source = 'MANUEL' then f.libelle end, ', ') as fonction
                          from annuaire.exerce f
                          join annuaire.personnel p on p.id = f.personnel_id
                         where f.structure_id = :ecole
                         group by p.id order by bool_or(f.directeur) desc, p.nom, p.prenom
                        """)
                .param("ecole", ecole)
                .query((rs, _) -> new Membre(
                        Colonnes.uuid(rs, "id"),
                        Noms.complet(rs.getString("prenom"), rs.getString("nom")),
                        rs.getBoolean("directeur")
                                ? t("Direction de l’école")
                                : rs.getBoolean("enseigne")
                                        ? t("Enseignement")
                                        : rs.getString("fonction") == null
                                                ? t("Personnel de l’école")
                                                : rs.getString("fonction"),
                        rs.getBoolean("a_la_main"),
                        rs.getString("courriel"),
                        rs.getObject("date_naissance", LocalDate.class)))
                .list();
        var apart = Collegue.apart(membres.stream()
                .map(m -> new Collegue(m.id(), m.nom(), m.courriel(), m.naissance()))
                .toList());
        return membres.stream().map(m -> m.but(apart.getOrDefault(m.id(), ""))).toList();
    }

    /// @param fonction with what tells apart two of one name
    /// @param aLaMain entered by the school, so the school may end it
    record Membre(
            UUID id,
            String nom,
            String fonction,
            boolean aLaMain,
            @Nullable String courriel,
            @Nullable LocalDate naissance) {

        private Membre but(String precision) {
            return precision.isEmpty()
                    ? this
                    : new Membre(id, nom, fonction + ", " + precision, aLaMain, courriel, naissance);
        }
    }
}
