package fr.entecole.annuaire.ecoles;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.annuaire.noms.Noms;
import fr.entecole.socle.Cle;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Like;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Recherche;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Schools by code, name or commune: all those of the region for its administrator, who may open them, and for an
/// inspector and their ERUN those of the circonscription.
@Component
class EcolesTrouvees implements Recherche {

    private static final String TROUVEES = """
            select s.id, s.uai, coalesce(s.nom_usage, s.nom_courant) as nom, c.nom as commune
              from annuaire.structure s left join annuaire.commune c on c.insee = s.commune_insee
             where s.genre = 'ECOLE'
               and (s.uai ilike :debut or s.nom_courant ilike :partout or s.nom_usage ilike :partout
                    or c.nom ilike :debut)
               and (:region or s.circonscription_id = :circonscription)
             order by s.uai, s.id limit :limite
            """;

    @Override
    public String titre() {
        return t("Des écoles");
    }

    @Override
    public int ordre() {
        return 15;
    }

    @Override
    public boolean concerns(Utilisateur utilisateur) {
        return utilisateur.is(Profil.ADMINISTRATEUR, Profil.IEN, Profil.ERUN);
    }

    @Override
    public Lecture<List<Trouvaille>> find(String saisie, Utilisateur utilisateur) {
        boolean region = utilisateur.is(Profil.ADMINISTRATEUR);
        return Lecture.of(
                TROUVEES,
                Map.of(
                        "debut",
                        Like.start(saisie),
                        "partout",
                        Like.anywhere(saisie),
                        "region",
                        region,
                        "circonscription",
                        Objects.requireNonNullElse(utilisateur.circonscription(), Cle.PARTOUT),
                        "limite",
                        MONTREES + 1),
                (rs, _) -> new Trouvaille(
                        Noms.ecole(Objects.requireNonNull(rs.getString("nom")), rs.getString("commune")),
                        Objects.requireNonNullElse(rs.getString("uai"), ""),
                        region ? "/annuaire/ecoles/" + Colonnes.uuid(rs, "id") : null));
    }
}
