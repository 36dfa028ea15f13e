package fr.entecole.annuaire.saisies;

import fr.entecole.annuaire.noms.Fonction;
import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Phrases;
import fr.entecole.socle.Profil;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The people of communes and of the académie, for the region's administrator.
@Component
class LectureDesAgents {

    private static final String AGENT = """
            select a.*, c.nom as commune, coalesce(s.nom_usage, s.nom_courant) as circonscription,
                   coalesce(c.nom, '') || ' ' || a.id as cle
              from annuaire.agent a
              left join annuaire.commune c on c.insee = a.commune_insee
              left join annuaire.structure s on s.id = a.circonscription_id
            """;

    private final JdbcClient jdbc;

    LectureDesAgents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A page of agents, those of the region first, then by commune, after the last one of the page before.
    List<Agent> page(String apres, int taille) {
        return jdbc.sql(AGENT + """
                         where coalesce(c.nom, '') || ' ' || a.id > :apres and a.retire_le is null
                         order by coalesce(c.nom, '') || ' ' || a.id limit :taille
                        """)
                .param("apres", apres)
                .param("taille", taille)
                .query(LectureDesAgents::agent)
                .list();
    }

    Optional<Agent> one(UUID id) {
        return jdbc.sql(AGENT + " where a.id = :id and a.retire_le is null")
                .param("id", id)
                .query(LectureDesAgents::agent)
                .optional();
    }

    /// Somebody who is here and is called so, or has the same address.
    Optional<Agent> alike(AgentForm form, LocalDate jour) {
        return jdbc.sql(AGENT + """
                         where (a.fin is null or a.fin >= :jour)
                           and (annuaire.colle(a.prenom) = annuaire.colle(:prenom)
                                and annuaire.colle(a.nom) = annuaire.colle(:nom)
                                or lower(a.courriel) = lower(nullif(:courriel, '')))
                         order by annuaire.colle(a.nom) = annuaire.colle(:nom) desc, a.id limit 1
                        """)
                .param("jour", jour)
                .param("prenom", AgentForm.typed(form.prenom()))
                .param("nom", AgentForm.typed(form.nom()))
                .param("courriel", AgentForm.typed(form.courriel()))
                .query(LectureDesAgents::agent)
                .optional();
    }

    /// The INSEE codes that a code or a whole name means, whatever its capitals, accents and hyphens.
    List<String> communes(String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        return jdbc
                .sql("select insee, nom from annuaire.commune order by insee")
                .query((rs, _) -> List.of(rs.getString(1), rs.getString(2)))
                .list()
                .stream()
                .filter(commune -> commune.get(0).equalsIgnoreCase(typed.strip())
                        || Noms.plain(commune.get(1)).equals(Noms.plain(typed)))
                .map(List::getFirst)
                .toList();
    }

    List<Circonscription> circonscriptions() {
        return jdbc.sql(
                        "select id, coalesce(nom_usage, nom_courant) as nom_courant from annuaire.structure where genre = 'CIRCONSCRIPTION' order by 2")
                .query((rs, _) -> new Circonscription(Colonnes.uuid(rs, "id"), Noms.ecole(rs.getString(2), null)))
                .list();
    }

    private static Agent agent(ResultSet rs, int row) throws SQLException {
        var commune = rs.getString("commune");
        var circonscription = rs.getString("circonscription");
        return new Agent(
                Colonnes.uuid(rs, "id"),
                Profil.valueOf(rs.getString("profil")),
                rs.getString("civilite"),
                rs.getString("prenom"),
                rs.getString("nom"),
                rs.getString("courriel"),
                rs.getString("commune_insee"),
                commune == null ? null : Noms.commune(commune),
                rs.getObject("circonscription_id", UUID.class),
                circonscription == null ? null : Noms.ecole(circonscription, null),
                rs.getObject("fin", LocalDate.class),
                rs.getString("fonction"),
                rs.getString("cle"));
    }

    record Circonscription(UUID id, String nom) {}

    /// @param cle where a list goes on after this one: what it is ordered by, not what is shown
    record Agent(
            UUID id,
            Profil profil,
            @Nullable String civilite,
            String prenom,
            String nom,
            @Nullable String courriel,
            @Nullable String insee,
            @Nullable String commune,
            @Nullable UUID circonscriptionId,
            @Nullable String circonscription,
            @Nullable LocalDate fin,
            @Nullable String fonction,
            String cle) {

        String qui() {
            return fonction == null
                    ? profil.libelle(civilite)
                    : Fonction.mots(fonction, civilite == null ? "" : civilite);
        }

        /// Whether the region may say which schools they follow.
        boolean deLAcademie() {
            return List.of(Profil.IEN, Profil.ERUN, Profil.ASSISTANCE).contains(profil);
        }

        String nomComplet() {
            return Noms.complet(prenom, nom);
        }

        String lieu(String region) {
            return commune != null ? commune : circonscription != null ? circonscription : region;
        }

        String dernierJour() {
            return fin == null ? "" : Phrases.jour(fin) + " " + fin.getYear();
        }

        /// As it was written.
        Saisies.Agent saisie() {
            return new Saisies.Agent(profil, civilite, prenom, nom, courriel, insee, circonscriptionId, fin, fonction);
        }

        AgentForm form() {
            return new AgentForm(
                    fonction == null ? profil.name() : fonction,
                    civilite,
                    prenom,
                    nom,
                    courriel,
                    insee,
                    circonscriptionId,
                    fin == null ? null : fin.toString(),
                    null,
                    null);
        }

        /// What tells whether it was changed since it was shown.
        String vu() {
            return Integer.toHexString(form().hashCode());
        }
    }
}
