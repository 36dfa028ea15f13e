package fr.entecole.notifications.lettres;

import java.util.Map;
import java.util.UUID;

/// What another way out of the ENT adds to the page of choices: a bean.
public interface ReglagesDeVoie {

    /// @return parameters of its part of the page, besides `page`
    Part of(UUID compte);

    /// @param gabarit template below `src/main/jte`
    /// @param sert whether anything leaves by it today
    record Part(String gabarit, Map<String, Object> parametres, boolean sert) {}
}
