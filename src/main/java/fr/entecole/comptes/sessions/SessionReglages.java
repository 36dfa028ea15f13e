package fr.entecole.comptes.sessions;

import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long one stays signed in (`ent.session`).
///
/// @param inactivite without asking for anything
/// @param absolue at most, whatever one does
/// @param classe how long a class that its teacher has opened stays open on that device
/// @param inactivites the first, for profiles that are to be gone sooner: half an hour for the region's, unless set
@ConfigurationProperties("ent.session")
public record SessionReglages(
        @DefaultValue("60m") Duration inactivite,
        @DefaultValue("12h") Duration absolue,
        @DefaultValue("2h") Duration classe,
        @Nullable Map<Profil, Duration> inactivites) {

    private static final Map<Profil, Duration> SOONER =
            Map.of(Profil.ADMINISTRATEUR, Duration.ofMinutes(30), Profil.DPO, Duration.ofMinutes(30));

    /// The stay of this person ends as soon as their profile asks.
    public void begin(HttpSession session, Utilisateur utilisateur) {
        var own = (inactivites == null ? SOONER : inactivites).get(utilisateur.profil());
        session.setAttribute(SessionEnt.INACTIVITE, own == null ? null : own.toString());
    }

    /// @param own what a stay keeps of it
    public Duration idle(@Nullable Object own) {
        var least = own instanceof String words ? Duration.parse(words) : inactivite;
        return least.compareTo(inactivite) < 0 ? least : inactivite;
    }
}
