package fr.entecole.comptes.facteur;

import fr.entecole.socle.Profil;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The second factor (`ent.comptes.second-facteur`).
///
/// @param profils who must have one, in whatever role of the account; nobody where it is empty, nor in a demonstration
/// @param sursis how long they may do without, from their first entry on
/// @param fraicheur how long a proof is good for grave acts
/// @param memoire how long a device may be spared the second proof; zero: never
/// @param sansMemoire whose devices never are
@ConfigurationProperties("ent.comptes.second-facteur")
public record SecondFacteurReglages(
        @DefaultValue({
            "DIRECTEUR",
            "REFERENT_VILLE",
            "CONTRIBUTEUR",
            "FINANCES",
            "MAIRE",
            "ERUN",
            "IEN",
            "ASSISTANCE",
            "ADMINISTRATEUR",
            "DPO"
        })
        Set<Profil> profils,

        @DefaultValue("14d") Duration sursis,
        @DefaultValue("10m") Duration fraicheur,
        @DefaultValue("30d") Duration memoire,

        @DefaultValue({"ASSISTANCE", "ADMINISTRATEUR", "DPO"})
        Set<Profil> sansMemoire) {}
