/** How a state feels; drawn as the colour and shape of its dot, never as colour alone. */
export type Tone = 'idle' | 'busy' | 'live' | 'paused' | 'warning' | 'danger'
