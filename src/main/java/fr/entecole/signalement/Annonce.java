package fr.entecole.signalement;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.Public;
import fr.entecole.annuaire.Public.Qui;
import fr.entecole.notifications.Nouvelle;
import fr.entecole.notifications.Nouvelles;
import fr.entecole.signalement.Dossier.Echelon;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.contrats.Contenu.Vise;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What bells say of reports, and to whom: by name, so that no author hears of it with their colleagues. An inspector
/// and the region find theirs on their home.
@Component
class Annonce {

    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final Nouvelles nouvelles;
    private final Deciders deciders;

    Annonce(JdbcClient jdbc, Nouvelles nouvelles, Deciders deciders) {
        this.jdbc = jdbc;
        this.nouvelles = nouvelles;
        this.deciders = deciders;
    }

    /// Where somebody is in danger, at once, whatever the hour.
    void received(UUID dossier, Echelon echelon, Vise vise, boolean danger) {
        tell(
                danger ? SorteSignalement.DANGER_SIGNALE : SorteSignalement.SIGNALEMENT_RECU,
                dossier,
                echelon,
                vise,
                danger
                        ? t("Quelqu’un est peut-être en danger\u00a0: un signalement vous attend")
                        : t("Un contenu a été signalé\u00a0: il attend votre décision"));
    }

    /// To those who had to read it, and did not.
    void late(UUID dossier, Echelon echelon, Vise vise) {
        tell(
                SorteSignalement.SIGNALEMENT_EN_RETARD,
                dossier,
                echelon,
                vise,
                t("Un signalement attend depuis trop longtemps votre décision"));
    }

    private void tell(SorteSignalement sorte, UUID dossier, Echelon echelon, Vise vise, String titre) {
        var personnes = echelon == Echelon.ECOLE ? deciders.of(vise) : List.<UUID>of();
        if (!personnes.isEmpty()) {
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            sorte,
                            dossier,
                            Public.ofPersonnes(vise.ecole(), personnes, Qui.EQUIPE),
                            path(dossier),
                            titre));
        }
    }

    /// To those who have reported it; to who wrote it, where it is no longer read.
    void decided(Dossier dossier, Sens sens) {
        nouvelles.cancel(SorteSignalement.SIGNALEMENT_RECU, dossier.id());
        nouvelles.cancel(SorteSignalement.DANGER_SIGNALE, dossier.id());
        nouvelles.cancel(SorteSignalement.SIGNALEMENT_EN_RETARD, dossier.id());
        nouvelles.cancel(SorteSignalement.SIGNALEMENT_REPONDU, dossier.id());
        var publics = reporters(dossier).entrySet().stream()
                .map(e -> Public.ofPersonnes(dossier.ecole(), e.getValue(), e.getKey()))
                .toList();
        if (!publics.isEmpty()) {
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            SorteSignalement.SIGNALEMENT_REPONDU,
                            dossier.id(),
                            publics,
                            path(dossier.id()),
                            t("Le signalement a une réponse")));
        }
        nouvelles.cancel(SorteSignalement.CONTENU_DECIDE, dossier.id());
        var auteur = dossier.auteur();
        if (auteur != null && sens != Sens.RIEN) {
            var qui = qui(auteur);
            nouvelles.deposit(
                    null,
                    new Nouvelle(
                            SorteSignalement.CONTENU_DECIDE,
                            dossier.id(),
                            Public.ofPersonnes(dossier.ecole(), List.of(auteur), qui),
                            path(dossier.id()),
                            told(sens, qui == Qui.ELEVES, named(dossier.titre()))));
        }
    }

    private static String told(Sens sens, boolean tu, String titre) {
        if (sens == Sens.RETIRE) {
            return tu
                    ? t("Ce que tu as publié a été retiré\u00a0: {0}", titre)
                    : t("Ce que vous avez publié a été retiré\u00a0: {0}", titre);
        }
        return tu
                ? t("Ce que tu as publié a été caché\u00a0: {0}", titre)
                : t("Ce que vous avez publié a été masqué\u00a0: {0}", titre);
    }

    /// As much of a title as a bell holds.
    private static String named(String titre) {
        return titre.length() <= LONGEST ? titre : titre.substring(0, LONGEST).strip() + "…";
    }

    private Map<Qui, Set<UUID>> reporters(Dossier dossier) {
        Map<Qui, Set<UUID>> personnes = new EnumMap<>(Qui.class);
        jdbc.sql("select qualite, par_id from signalement.signalement where dossier_id = :id and par_id is not null")
                .param("id", dossier.id())
                .query(rs -> {
                    personnes
                            .computeIfAbsent(Qui.valueOf(rs.getString("qualite")), _ -> new HashSet<>())
                            .add(Colonnes.uuid(rs, "par_id"));
                });
        return personnes;
    }

    private Qui qui(UUID auteur) {
        return jdbc.sql("select nature from annuaire.titulaire where id = :id")
                .param("id", auteur)
                .query((rs, _) -> switch (rs.getString("nature")) {
                    case "ELEVE" -> Qui.ELEVES;
                    case "RESPONSABLE" -> Qui.RESPONSABLES;
                    default -> Qui.EQUIPE;
                })
                .optional()
                .orElse(Qui.EQUIPE);
    }

    private static String path(UUID dossier) {
        return "/signalements/" + dossier;
    }
}
